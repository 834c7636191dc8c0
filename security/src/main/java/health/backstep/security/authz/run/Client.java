package health.backstep.security.authz.run;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.security.authz.Actor;
import health.backstep.security.authz.Actors;
import health.backstep.security.authz.Operation;
import health.backstep.security.authz.Tenants;
import health.backstep.stack.process.Pause;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A tenant's rightful client, which makes and looks at what the cells are about. */
public final class Client {

  private static final long PATIENCE = Duration.ofMinutes(2).toNanos();
  private static final int AGAIN_MILLIS = 200;

  private final Platform platform;
  private final Leaks leaks;
  private final Actor actor;

  private Client(Platform platform, Leaks leaks, Actor actor) {
    this.platform = platform;
    this.leaks = leaks;
    this.actor = actor;
  }

  public static Client of(String tenant, Platform platform, Leaks leaks) {
    return new Client(platform, leaks, Actors.named(tenant.equals(Tenants.OWN) ? "all" : "other"));
  }

  String tenant() {
    return actor.tenant();
  }

  /** Calls the first operation of that id, under this key. */
  Reply call(String operation, Map<String, String> ids, String key) {
    return call(platform.operations(operation).getFirst(), ids, key);
  }

  /**
   * What the call was answered.
   *
   * @throws IllegalStateException when it was refused
   */
  public JsonNode done(String operation, Map<String, String> ids) {
    return json(operation, call(operation, ids, UUID.randomUUID().toString()));
  }

  /** The same in every service that has the operation, as soon as it is taken. */
  public JsonNode doneInTime(String operation, Map<String, String> ids) {
    JsonNode last = null;
    for (Operation each : platform.operations(operation)) {
      last = json(operation, inTime(each, ids));
    }
    return last;
  }

  /**
   * Takes something away, which may have gone already.
   *
   * @throws IllegalStateException when it was refused
   */
  public void removed(String operation, Map<String, String> ids) {
    Reply reply = call(operation, ids, UUID.randomUUID().toString());
    if (reply.status() != HttpURLConnection.HTTP_NOT_FOUND) {
      json(operation, reply);
    }
  }

  /** Returns when every service has said that the patient is erased there. */
  void awaitErased(Map<String, String> ids) {
    long begun = System.nanoTime();
    while (!done("getErasure", ids).path("state").asText().equals("COMPLETED")) {
      if (System.nanoTime() - begun > PATIENCE) {
        throw new IllegalStateException(tenant() + "'s patient was not erased in time");
      }
      Pause.of(AGAIN_MILLIS);
    }
  }

  private Reply inTime(Operation operation, Map<String, String> ids) {
    long begun = System.nanoTime();
    Reply reply = call(operation, ids, UUID.randomUUID().toString());
    while (reply.status() != 200 && reply.status() != 201 && System.nanoTime() - begun < PATIENCE) {
      Pause.of(AGAIN_MILLIS);
      reply = call(operation, ids, UUID.randomUUID().toString());
    }
    return reply;
  }

  private Reply call(Operation operation, Map<String, String> ids, String key) {
    Ask ask = platform.ask(operation, actor, ids, key);
    Reply reply = platform.wire().send(ask);
    leaks.learn(operation, actor, ask, reply);
    return reply;
  }

  private JsonNode json(String operation, Reply reply) {
    if (!reply.isSuccess()) {
      throw new IllegalStateException(
          "%s's %s was refused: %s".formatted(tenant(), operation, reply.body()));
    }
    return reply.json();
  }
}

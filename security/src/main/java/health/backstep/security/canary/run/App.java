package health.backstep.security.canary.run;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.security.authz.Documents;
import health.backstep.security.authz.Operation;
import health.backstep.security.authz.Requests;
import health.backstep.security.authz.run.Ask;
import health.backstep.security.authz.run.Ground;
import health.backstep.security.authz.run.Reply;
import health.backstep.security.authz.run.Wire;
import health.backstep.security.canary.Kind;
import health.backstep.security.canary.Planted;
import health.backstep.stack.process.Pause;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** A partner's app, in whose every call there are canaries. */
final class App {

  private static final long PATIENCE = Duration.ofMinutes(2).toNanos();
  private static final int AGAIN_MILLIS = 250;

  /** A wait that ran out. */
  private static final int NOT_YET = 202;

  private final Ground ground;
  private final List<Operation> operations;
  private final Requests requests = Requests.shipped(Planted.class, "story.yaml");
  private final Wire wire = new Wire();
  private final Planted planted;
  private final Heard heard;
  private final Map<String, String> headers;
  private final String receiver;

  App(
      Ground ground,
      Path repository,
      Planted planted,
      Heard heard,
      Bearer bearer,
      String receiver) {
    this.ground = ground;
    this.operations = Documents.in(repository);
    this.planted = planted;
    this.heard = heard;
    this.headers = bearer.headers();
    this.receiver = receiver;
  }

  List<Operation> operations() {
    return operations;
  }

  Operation operation(String id) {
    return operations.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  boolean hasBody(Operation operation) {
    return !requests.form(operation).body().isEmpty();
  }

  /** A request as the story has it, with new canaries wherever it has no value for. */
  Ask ask(Operation operation, Map<String, String> values) {
    Requests.Form form =
        requests.filled(
            operation,
            new Values(planted, operation, values, receiver).of(requests.form(operation)));
    Map<String, String> all = new HashMap<>(headers);
    if (!form.body().isEmpty()) {
      all.put("Content-Type", "application/json");
    }
    if (operation.method().equals("POST")) {
      all.put("Idempotency-Key", planted.plant(keyOf(operation), operation.id()));
    }
    if (operation.method().equals("PUT")) {
      all.put("If-Match", "*");
    }
    URI at = URI.create(ground.url(operation.service()) + form.address());
    return new Ask(at, form.method(), all, form.body());
  }

  /** Sends it, and keeps what was said for the search. */
  Reply send(Ask ask) {
    Reply reply = wire.send(ask);
    if (!reply.isSuccess()) {
      heard.hear(Heard.PROBLEMS, reply.all());
    }
    return reply;
  }

  /** The same, also when the connection is closed before all was sent. */
  void sendAnyway(Ask ask) {
    try {
      send(ask);
    } catch (IllegalStateException noAnswer) {
      heard.hear(Heard.PROBLEMS, "");
    }
  }

  Reply call(String operation, Map<String, String> values) {
    return send(ask(operation(operation), values));
  }

  /**
   * What the call was answered.
   *
   * @throws IllegalStateException when it was refused
   */
  JsonNode done(String operation, Map<String, String> values) {
    return json(operation, call(operation, values));
  }

  /** The same of every service that has such an operation. */
  void doneEverywhere(String operation, Map<String, String> values) {
    operations.stream()
        .filter(each -> each.id().equals(operation))
        .forEach(each -> json(operation, send(ask(each, values))));
  }

  /** The same, tried until other services know what it is about. */
  JsonNode inTime(String operation, Map<String, String> values) {
    return json(operation, until(operation, values, status -> status < 300 && status != NOT_YET));
  }

  /** Tells what was read for the search as well. */
  void overhear(String operation, Map<String, String> values) {
    heard.hear(Heard.MESSAGES, call(operation, values).all());
  }

  /** Keeps an answer to a call that was made by other means. */
  void hearProblem(byte[] answer) {
    heard.hear(Heard.PROBLEMS, answer);
  }

  private Reply until(String operation, Map<String, String> values, IntPredicate enough) {
    long begun = System.nanoTime();
    Reply reply = call(operation, values);
    while (!enough.test(reply.status()) && System.nanoTime() - begun < PATIENCE) {
      Pause.of(AGAIN_MILLIS);
      reply = call(operation, values);
    }
    return reply;
  }

  private static Kind keyOf(Operation operation) {
    return operation.path().startsWith("/v1/patients") ? Kind.KEY_OF_PATIENT : Kind.KEY;
  }

  private static JsonNode json(String operation, Reply reply) {
    if (!reply.isSuccess()) {
      throw new IllegalStateException(operation + " was refused: " + reply.body());
    }
    return reply.json();
  }
}

package health.backstep.security.authz.run;

import health.backstep.security.authz.Actor;
import health.backstep.security.authz.Operation;
import health.backstep.security.authz.Requests;
import health.backstep.security.authz.token.Forge;
import health.backstep.stack.platform.ServiceName;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Running services, and how they are asked.
 *
 * @param urls where each service is
 * @param operations of the documents
 */
public record Platform(
    Function<ServiceName, URI> urls,
    List<Operation> operations,
    Requests requests,
    Forge forge,
    Wire wire) {

  /** The operations of that id; the sandbox's clock has one in each service. */
  public List<Operation> operations(String id) {
    return operations.stream().filter(operation -> operation.id().equals(id)).toList();
  }

  /**
   * The request of an actor.
   *
   * @param ids by name, of the thing that it is about
   * @param key for a call that changes something
   */
  Ask ask(Operation operation, Actor actor, Map<String, String> ids, String key) {
    Requests.Form form = requests.filled(operation, values(ids, actor));
    Map<String, String> headers = new HashMap<>();
    forge.token(actor).ifPresent(token -> headers.put("Authorization", "Bearer " + token));
    if (!form.body().isEmpty()) {
      headers.put("Content-Type", "application/json");
    }
    if (!operation.isReading()) {
      headers.put("Idempotency-Key", key);
    }
    if (operation.method().equals("PUT")) {
      headers.put("If-Match", "*");
    }
    URI base = urls.apply(operation.service());
    return new Ask(URI.create(base + form.address()), form.method(), headers, form.body());
  }

  private static Map<String, String> values(Map<String, String> ids, Actor actor) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    Map<String, String> values = new HashMap<>(ids);
    values.put("now", now.toString());
    values.put("minuteAgo", now.minusMinutes(1).toString());
    values.put("twelveMinutesAgo", now.minusMinutes(12).toString());
    values.put("tomorrow", now.plusDays(1).toString());
    values.put("fourWeeksAgo", now.minusDays(28).toLocalDate().toString());
    values.put("tenant", actor.tenant());
    values.put("uuid", UUID.randomUUID().toString());
    values.put("version", "1");
    values.put("exerciseId", "bridge");
    return values;
  }
}

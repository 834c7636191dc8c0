package health.backstep.security.canary.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.security.authz.Operation;
import health.backstep.security.authz.run.Ask;
import health.backstep.security.canary.Fields.Field;
import health.backstep.security.canary.Kind;
import health.backstep.security.canary.Planted;
import health.backstep.stack.platform.ServiceName;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls that are refused, with a canary in each place that a caller can fill: every leaf of every
 * body, every parameter, names that there are not, and bodies that are none.
 */
final class Refusals {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** More than any text may have, and less than any address. */
  private static final String TOO_MUCH = "x".repeat(2_100);

  private final App app;
  private final Planted planted;
  private final Map<String, String> ids;

  Refusals(App app, Planted planted, Map<String, String> ids) {
    this.app = app;
    this.planted = planted;
    this.ids = ids;
  }

  void sweep(List<Field> fields) {
    fields.forEach(this::put);
    app.operations().stream().filter(app::hasBody).forEach(this::breakBody);
    for (ServiceName service : ServiceName.values()) {
      nowhere(service);
    }
  }

  private void put(Field field) {
    Ask ask = app.ask(field.operation(), ids);
    switch (field.in()) {
      case "body" -> app.send(with(ask, field));
      case "query" -> app.send(query(ask, field));
      case "header" ->
          app.send(ask.with(field.name(), plant(Kind.REFUSED_HEADER, field) + TOO_MUCH));
      case "path" -> app.send(path(field));
      default -> throw new IllegalStateException("nothing can be put in: " + field);
    }
  }

  private Ask with(Ask ask, Field field) {
    String canary = plant(Kind.REFUSED_VALUE, field);
    JsonNode body = read(ask.body());
    Leaf.at(field.name()).set(body, field.freeText() ? canary + TOO_MUCH : canary);
    return body(ask, body.toString());
  }

  private Ask query(Ask ask, Field field) {
    String mark = ask.address().getQuery() == null ? "?" : "&";
    String more = mark + field.name() + "=" + plant(Kind.REFUSED_QUERY, field);
    return to(ask, URI.create(ask.address() + more));
  }

  private Ask path(Field field) {
    Map<String, String> other = new HashMap<>(ids);
    other.put(field.name(), plant(Kind.REFUSED_PATH, field));
    return app.ask(field.operation(), other);
  }

  private void breakBody(Operation operation) {
    Ask ask = app.ask(operation, ids);
    ObjectNode stranger = (ObjectNode) read(ask.body());
    stranger.put(planted.plant(Kind.REFUSED_NAME, operation.id()), value(operation));
    app.send(body(ask, stranger.toString()));
    app.send(body(ask, "{\"" + value(operation) + "\": "));
    app.send(body(ask, "{\"a\": " + value(operation) + "}"));
    app.send(body(ask, "\"" + value(operation) + "\""));
    app.send(body(ask, "[{\"" + value(operation) + "\": 1}]"));
    app.send(body(ask, stranger.toString().replace("{", "{\"" + value(operation) + "\0\":1,")));
    app.send(ask.with("Content-Type", "text/" + header(operation)));
    app.send(ask.with("Accept", "text/" + header(operation)));
    app.send(ask.with("If-Match", '"' + header(operation) + '"'));
    app.send(ask.with("Authorization", "Bearer " + header(operation)));
    app.send(ask.with("Authorization", "Basic " + header(operation)));
    app.send(new Ask(ask.address(), "PATCH", ask.headers(), value(operation)));
  }

  private void nowhere(ServiceName service) {
    Operation any =
        app.operations().stream()
            .filter(each -> each.service() == service)
            .findFirst()
            .orElseThrow();
    Ask ask = app.ask(any, ids);
    URI root = ask.address().resolve("/");
    for (String path : List.of("", "v1/", "v1/patients/", "q/", "q/metrics/", "v1/webhooks/%00")) {
      String canary = planted.plant(Kind.REFUSED_PATH, path + " of " + service);
      app.send(to(ask, root.resolve("/" + path + canary)));
    }
    String query = planted.plant(Kind.REFUSED_QUERY, "of " + service);
    app.send(to(ask, root.resolve("/v1/nowhere?" + query + "=" + query)));
    app.send(to(ask, root.resolve("/v1/" + "x".repeat(9_000) + "?a=" + query)));
    String header = planted.plant(Kind.REFUSED_HEADER, "too long, of " + service);
    app.send(ask.with("X-Long", header + "x".repeat(20_000)));
    String value = planted.plant(Kind.REFUSED_VALUE, "too large, of " + service);
    app.sendAnyway(
        new Ask(ask.address(), "POST", ask.headers(), "[\"" + value + "x".repeat(5_000_000)));
    RawCalls.send(app, planted, root);
  }

  private String plant(Kind kind, Field field) {
    return planted.plant(kind, field.toString());
  }

  private String value(Operation operation) {
    return planted.plant(Kind.REFUSED_VALUE, "no body of " + operation.id());
  }

  private String header(Operation operation) {
    return planted.plant(Kind.REFUSED_HEADER, operation.id());
  }

  private static Ask body(Ask ask, String body) {
    return new Ask(ask.address(), ask.method(), ask.headers(), body);
  }

  private static Ask to(Ask ask, URI address) {
    return new Ask(address, ask.method(), ask.headers(), ask.body());
  }

  private static JsonNode read(String body) {
    try {
      return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the story has no JSON: " + body, e);
    }
  }
}

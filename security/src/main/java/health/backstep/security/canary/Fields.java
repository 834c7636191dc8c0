package health.backstep.security.canary;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.security.authz.Documents;
import health.backstep.security.authz.Operation;
import health.backstep.stack.platform.ServiceName;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that a caller can send, as the OpenAPI documents say: each leaf of each body. */
public final class Fields {

  private static final String BODY = "body";
  private static final Pattern HUMP = Pattern.compile("[a-z]+[a-z0-9]*([A-Z][a-z0-9]*)+");
  private static final Set<String> ABOUT_HEALTH =
      Set.of(
          "completeAssessment", "recordSession", "checkIn", "checkInAfterSession", "reportFlare");
  private static final Set<String> NO_ANSWERS = Set.of("planVersion", "exerciseId");

  /**
   * A leaf of a body, or a parameter.
   *
   * @param in {@code body}, {@code query}, {@code header} or {@code path}
   * @param name of a parameter; of a leaf its JSON pointer, the first of each list
   * @param values the only ones that it takes; empty when there are many
   * @param freeText whether it takes texts of no special form, or addresses
   */
  public record Field(
      Operation operation, String in, String name, List<String> values, boolean freeText) {

    public boolean isInBody() {
      return in.equals(BODY);
    }

    @Override
    public String toString() {
      return operation.id() + " " + in + " " + name;
    }
  }

  private final Map<ServiceName, JsonNode> documents = new EnumMap<>(ServiceName.class);

  private Fields(Path repository) {
    for (ServiceName service : ServiceName.values()) {
      documents.put(service, Documents.read(repository, service));
    }
  }

  /** All of them. */
  public static List<Field> in(Path repository) {
    Fields fields = new Fields(repository);
    return Documents.in(repository).stream()
        .flatMap(operation -> Stream.concat(fields.parameters(operation), fields.body(operation)))
        .distinct()
        .toList();
  }

  /** Words that stand beside answers about somebody's health: names of fields, and values. */
  public static Set<String> answers(List<Field> fields) {
    Set<String> words = new HashSet<>();
    fields.stream()
        .filter(field -> field.isInBody() && ABOUT_HEALTH.contains(field.operation().id()))
        .forEach(
            field -> {
              Stream.of(field.name().split("/", -1))
                  .filter(HUMP.asMatchPredicate())
                  .forEach(words::add);
              field.values().stream().filter(value -> value.contains("_")).forEach(words::add);
            });
    words.removeIf(word -> word.length() < Canary.SHORTEST || NO_ANSWERS.contains(word));
    words.add("birthYear");
    return words;
  }

  private Stream<Field> parameters(Operation operation) {
    JsonNode path = documents.get(operation.service()).path("paths").path(operation.path());
    JsonNode call = path.path(operation.method().toLowerCase(Locale.ROOT));
    return Stream.of(path, call)
        .flatMap(holder -> stream(holder.path("parameters")))
        .map(parameter -> followed(operation, parameter))
        .map(
            parameter ->
                field(
                    operation,
                    parameter.path("in").asText(),
                    parameter.path("name").asText(),
                    parameter.path("schema")));
  }

  private Stream<Field> body(Operation operation) {
    JsonNode schema =
        documents
            .get(operation.service())
            .path("paths")
            .path(operation.path())
            .path(operation.method().toLowerCase(Locale.ROOT))
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema");
    return schema.isMissingNode() ? Stream.of() : leaves(operation, schema, "");
  }

  private Stream<Field> leaves(Operation operation, JsonNode written, String at) {
    JsonNode schema = followed(operation, written);
    List<JsonNode> ways =
        Stream.of("oneOf", "anyOf", "allOf").flatMap(way -> stream(schema.path(way))).toList();
    if (!ways.isEmpty()) {
      return ways.stream()
          .filter(Predicate.not(way -> way.path("type").asText().equals("null")))
          .flatMap(way -> leaves(operation, way, at));
    }
    if (schema.has("properties")) {
      return schema.path("properties").properties().stream()
          .flatMap(each -> leaves(operation, each.getValue(), at + "/" + each.getKey()));
    }
    return schema.has("items")
        ? leaves(operation, schema.path("items"), at + "/0")
        : Stream.of(field(operation, BODY, at, schema));
  }

  private static Field field(Operation operation, String in, String name, JsonNode schema) {
    List<String> values = stream(schema.path("enum")).map(JsonNode::asText).toList();
    boolean text = schema.path("type").toString().contains("\"string\"");
    return new Field(operation, in, name, values, text && values.isEmpty() && isFree(schema));
  }

  /** An address is free, too, behind its beginning. */
  private static boolean isFree(JsonNode schema) {
    return List.of("", "uri").contains(schema.path("format").asText());
  }

  private JsonNode followed(Operation operation, JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty()
        ? node
        : documents.get(operation.service()).at(reference.substring(1));
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return list.valueStream();
  }
}

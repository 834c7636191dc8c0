package health.backstep.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What every payload schema has to do beyond being valid: explain each property, bound each value,
 * leave room for later, and hold nothing that could name a person.
 */
final class SchemaStyle {

  private static final Set<String> PERSONAL_WORDS =
      Set.of(
          "name",
          "surname",
          "external",
          "birth",
          "birthday",
          "dob",
          "gender",
          "email",
          "mail",
          "phone",
          "mobile",
          "address",
          "street",
          "city",
          "postcode",
          "zip",
          "insurance",
          "text",
          "note",
          "notes",
          "word",
          "words",
          "comment",
          "comments",
          "remark",
          "message",
          "free",
          "by");

  private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[_-]");

  private final List<String> faults = new ArrayList<>();

  private SchemaStyle() {}

  /** What a schema without references lacks, each with its JSON pointer; empty when nothing. */
  static List<String> faults(JsonNode schema) {
    SchemaStyle style = new SchemaStyle();
    style.check("", schema);
    return List.copyOf(style.faults);
  }

  private void check(String at, JsonNode schema) {
    require(at, schema.path("description").asText().length() >= 10, "has no description");
    Set<String> types = types(schema);
    require(at, !types.isEmpty(), "has no type");
    types.forEach(type -> checkType(at, type, schema));
    JsonNode allowed = schema.path("enum");
    require(at, allowed.isMissingNode() || contains(allowed, "UNKNOWN"), "has no UNKNOWN");
  }

  private void checkType(String at, String type, JsonNode schema) {
    switch (type) {
      case "object" -> checkObject(at, schema);
      case "array" -> checkArray(at, schema);
      case "integer", "number" -> {
        require(at, hasAll(schema, "minimum", "maximum"), "has no minimum and maximum");
        require(at, !schema.path("x-unit").asText().isBlank(), "has no x-unit");
      }
      case "string" ->
          require(
              at,
              Stream.of("enum", "format", "pattern").anyMatch(schema::has),
              "is free text: give it an enum, a format or a pattern");
      case "boolean", "null" -> {}
      default -> require(at, false, "has the unknown type " + type);
    }
  }

  private void checkObject(String at, JsonNode schema) {
    require(
        at, schema.path("additionalProperties").asBoolean(), "does not say that more may follow");
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String pointer = at + "/properties/" + property.getKey();
              require(pointer, !isPersonal(property.getKey()), "is named like something personal");
              check(pointer, property.getValue());
            });
  }

  private void checkArray(String at, JsonNode schema) {
    require(at, hasAll(schema, "minItems", "maxItems"), "has no minItems and maxItems");
    check(at + "/items", schema.path("items"));
  }

  private static boolean isPersonal(String property) {
    return WORD_BOUNDARY
        .splitAsStream(property)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(PERSONAL_WORDS::contains);
  }

  private static Set<String> types(JsonNode schema) {
    Set<String> types = new TreeSet<>();
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      types.add(type.asText());
    }
    type.forEach(one -> types.add(one.asText()));
    return types;
  }

  private static boolean hasAll(JsonNode schema, String... keywords) {
    return Stream.of(keywords).allMatch(schema::has);
  }

  private static boolean contains(JsonNode values, String value) {
    return values.valueStream().anyMatch(one -> one.asText().equals(value));
  }

  private void require(String at, boolean fulfilled, String problem) {
    if (!fulfilled) {
      faults.add((at.isEmpty() ? "/" : at) + " " + problem);
    }
  }
}

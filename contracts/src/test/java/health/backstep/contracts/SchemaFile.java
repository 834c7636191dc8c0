package health.backstep.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads a schema with all that it refers to put in its place, so that it can be looked at alone.
 */
public final class SchemaFile {

  public static final Path CURRENT = Path.of("schemas");
  static final Path RELEASED = Path.of("released");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> WORDS = Set.of("title", "description");

  private SchemaFile() {}

  /** Types with a schema in a folder; what the types share is no type. */
  static Set<String> types(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> types = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
          .filter(name -> name.startsWith("pt."))
          .forEach(types::add);
      return types;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema of a type, whole. */
  public static JsonNode inlined(Path folder, String type) {
    Path file = folder.resolve(type + ".json");
    return inlined(file, parse(file));
  }

  private static JsonNode inlined(Path file, JsonNode node) {
    return switch (node) {
      case ObjectNode object -> inlined(file, object);
      case ArrayNode array -> {
        ArrayNode copy = JSON.createArrayNode();
        array.forEach(element -> copy.add(inlined(file, element)));
        yield copy;
      }
      default -> node;
    };
  }

  private static ObjectNode inlined(Path file, ObjectNode object) {
    ObjectNode copy = object.has("$ref") ? target(file, object) : JSON.createObjectNode();
    object.properties().stream()
        .filter(field -> !field.getKey().equals("$ref"))
        .forEach(field -> add(copy, field.getKey(), inlined(file, field.getValue())));
    return copy;
  }

  private static ObjectNode target(Path file, ObjectNode reference) {
    String[] parts = reference.get("$ref").asText().split("#", 2);
    Path other = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]);
    JsonNode target = parse(other).at(parts[1]);
    if (target.isMissingNode()) {
      throw new IllegalArgumentException(file + " refers to " + other + " " + parts[1] + ": none");
    }
    return (ObjectNode) inlined(other, target);
  }

  /** What stands next to a reference holds as well: properties and requirements add up. */
  private static void add(ObjectNode schema, String keyword, JsonNode value) {
    JsonNode there = schema.get(keyword);
    if (there == null || WORDS.contains(keyword)) {
      schema.set(keyword, value);
    } else if (keyword.equals("properties")) {
      schema.set(keyword, ((ObjectNode) there.deepCopy()).setAll((ObjectNode) value));
    } else if (keyword.equals("required")) {
      schema.set(keyword, ((ArrayNode) there.deepCopy()).addAll((ArrayNode) value));
    } else if (!there.equals(value)) {
      throw new IllegalArgumentException(
          "'" + keyword + "' stands next to a $ref and behind it: write it in one place");
    }
  }

  private static JsonNode parse(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

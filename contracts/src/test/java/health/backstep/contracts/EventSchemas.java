package health.backstep.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * The schemas and golden examples of all event types, for the tests of producers (what they write
 * has no {@link #faults}) and of consumers (they read all {@link #examples}).
 */
public final class EventSchemas {

  static final SchemaRegistryConfig STRICT_FORMATS =
      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemaRegistryConfig(STRICT_FORMATS));

  private static final String SCHEMAS = "schemas/";
  private static final String EXAMPLES = "examples/";
  private static final String JSON = ".json";
  private static final String TYPE_PREFIX = "pt.";

  private static final Map<String, Schema> LOADED = new ConcurrentHashMap<>();

  private EventSchemas() {}

  /** Every type of the contract, for example {@code pt.plan.plan-generated.v1}. */
  public static Set<String> types() {
    return ContractFiles.below(SCHEMAS + TYPE_PREFIX).stream()
        .map(path -> path.substring(SCHEMAS.length(), path.length() - JSON.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What the type's schema has against a payload, formats included; empty when it is valid.
   *
   * @throws IllegalArgumentException when the contract has no such type
   */
  public static List<String> faults(String type, byte[] payload) {
    return faults(LOADED.computeIfAbsent(known(type), EventSchemas::load), payload);
  }

  /**
   * The golden payloads of a type, ordered by file name.
   *
   * @throws IllegalArgumentException when the contract has no such type
   */
  public static List<byte[]> examples(String type) {
    return ContractFiles.below(EXAMPLES + known(type) + "/").stream()
        .map(ContractFiles::read)
        .toList();
  }

  /** One golden payload by the name of its file, for example {@code full}. */
  public static byte[] example(String type, String name) {
    return ContractFiles.read(EXAMPLES + known(type) + "/" + name + JSON);
  }

  static List<String> faults(Schema schema, byte[] payload) {
    try {
      return schema.validate(new String(payload, UTF_8), InputFormat.JSON).stream()
          .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
          .toList();
    } catch (JacksonException e) {
      return List.of("not JSON: " + e.getOriginalMessage());
    }
  }

  static Schema schema(String json) {
    return REGISTRY.getSchema(json, InputFormat.JSON);
  }

  private static Schema load(String type) {
    return REGISTRY.getSchema(SchemaLocation.of("classpath:contracts/" + SCHEMAS + type + JSON));
  }

  private static String known(String type) {
    if (!types().contains(type)) {
      throw new IllegalArgumentException(
          "the contract has no schema for " + type + "; it has " + types());
    }
    return type;
  }
}

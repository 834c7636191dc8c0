package health.backstep.stack.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The one list of topics: the channels of the event contract with their Kafka bindings. */
public final class Topics {

  private static final String CONTRACT = "/contracts/asyncapi.yaml";
  private static final YAMLMapper YAML = new YAMLMapper();

  private Topics() {}

  public static List<TopicSpec> fromContract() {
    return read(contract());
  }

  static JsonNode contract() {
    try (InputStream in = Topics.class.getResourceAsStream(CONTRACT)) {
      if (in == null) {
        throw new IllegalStateException("no " + CONTRACT + " on the class path");
      }
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the topics of an AsyncAPI 3 document.
   *
   * @throws IllegalArgumentException naming the channel that lacks something
   */
  public static List<TopicSpec> read(InputStream asyncApi) throws IOException {
    return read(YAML.readTree(asyncApi));
  }

  private static List<TopicSpec> read(JsonNode asyncApi) {
    return asyncApi.path("channels").properties().stream()
        .map(channel -> topic(channel.getKey(), channel.getValue()))
        .toList();
  }

  /**
   * Creates the topics of the contract that are missing.
   *
   * @throws StackFailure when one exists with another number of partitions
   */
  public static void createAll(String bootstrapServers) {
    createAll(bootstrapServers, Map.of());
  }

  /** The same with Kafka's settings for getting in. */
  public static void createAll(String bootstrapServers, Map<String, String> client) {
    new TopicCreation(bootstrapServers, client).create(fromContract());
  }

  private static TopicSpec topic(String channel, JsonNode definition) {
    JsonNode kafka = definition.path("bindings").path("kafka");
    return new TopicSpec(
        required(definition, "address", channel).asText(),
        required(kafka, "partitions", channel).asInt(),
        (short) required(kafka, "replicas", channel).asInt(),
        settings(kafka.path("topicConfiguration")));
  }

  private static JsonNode required(JsonNode node, String field, String channel) {
    if (!node.hasNonNull(field)) {
      throw new IllegalArgumentException(
          "channel " + channel + " of the contract has no '" + field + "' for Kafka");
    }
    return node.get(field);
  }

  private static Map<String, String> settings(JsonNode configuration) {
    Map<String, String> settings = new LinkedHashMap<>();
    configuration
        .properties()
        .forEach(entry -> settings.put(entry.getKey(), text(entry.getValue())));
    return settings;
  }

  private static String text(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(","))
        : value.asText();
  }
}

package health.backstep.contracts.docs;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.contracts.AsyncApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page {@code docs/events.md} and its picture. */
final class EventDocs {

  static final String PICTURE = "events/topics.svg";

  private final AsyncApi contract;

  EventDocs(AsyncApi contract) {
    this.contract = contract;
  }

  /** Text of each file by its path in the folder {@code docs}; the same each time. */
  static Map<String, String> files() {
    AsyncApi contract = AsyncApi.fromContract();
    return new TreeMap<>(
        Map.of(
            "events.md",
            new EventDocs(contract).page(),
            PICTURE,
            new TopicsPicture(contract).draw()));
  }

  private String page() {
    return String.join(
                "\n",
                "<!-- Written by ./backstep docs from contracts/ and contracts/src/test/resources/guarantees.md. -->\n",
                guarantees(),
                "## Topics\n",
                "![Which service sends and receives which topic](" + PICTURE + ")\n",
                topics(),
                "## Headers\n",
                "Every value is UTF-8 text.\n",
                headers("eventHeaders"),
                "A record of a dead-letter topic has the headers that it came with, and these:\n",
                headers("deadLetterHeaders"),
                "## Events\n",
                "Fields are always there unless it says optional; what may be absent is null. In a code, take a"
                    + " word that you do not know for `UNKNOWN`.\n",
                list(),
                chapters())
            .strip()
        + "\n";
  }

  private String topics() {
    Table table = new Table("topic", "key", "partitions", "kept", "what");
    for (JsonNode channel : contract.channels()) {
      JsonNode kafka = channel.at("/bindings/kafka");
      table.row(
          "`" + channel.path("address").asText() + "`",
          "patient",
          kafka.path("partitions").asText(),
          kept(kafka.path("topicConfiguration")),
          channel.path("description").asText().replaceFirst(" Kept for \\d+ days\\.", ""));
    }
    return table.toString();
  }

  static String kept(JsonNode settings) {
    return settings.has("retention.ms")
        ? Duration.ofMillis(settings.path("retention.ms").asLong()).toDays() + " days"
        : "the last of each key";
  }

  private String headers(String schema) {
    JsonNode headers = contract.at("#/components/schemas/" + schema);
    var required = headers.path("required").valueStream().map(JsonNode::asText).toList();
    Table table = new Table("header", "there", "meaning");
    headers
        .path("properties")
        .properties()
        .forEach(
            header ->
                table.row(
                    "`" + header.getKey() + "`",
                    required.contains(header.getKey()) ? "always" : "optional",
                    header.getValue().path("description").asText()));
    return table.toString();
  }

  private String list() {
    Table table = new Table("event", "what");
    contract
        .events()
        .forEach(
            message ->
                table.row(
                    "[%1$s](#%2$s)".formatted(name(message), name(message).replace(".", "")),
                    message.path("summary").asText()));
    return table.toString();
  }

  private String chapters() {
    return contract.events().stream()
        .map(message -> new EventChapter(contract, topicOf(name(message)), message).text())
        .collect(Collectors.joining("\n"));
  }

  private String topicOf(String type) {
    return contract.channels().stream()
        .filter(channel -> contract.namesIn(channel).contains(type))
        .map(channel -> channel.path("address").asText())
        .findFirst()
        .orElseThrow();
  }

  private static String name(JsonNode message) {
    return message.path("name").asText();
  }

  private static String guarantees() {
    try (InputStream in = EventDocs.class.getResourceAsStream("/guarantees.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

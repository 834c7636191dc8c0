package health.backstep.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The AsyncAPI document as tests look at it. */
public final class AsyncApi {

  private static final Pattern OPERATION =
      Pattern.compile("([a-z]+)Service(Sends|Receives)[A-Z].*");

  private final JsonNode document;

  private AsyncApi(JsonNode document) {
    this.document = document;
  }

  /**
   * What a service does on a topic.
   *
   * @param service for example {@code plan-service}
   * @param topic its address
   * @param types the events that it sends, or that it does something with
   */
  public record Operation(
      String service, boolean sends, String topic, Set<String> types, String summary) {}

  public static AsyncApi fromContract() {
    try {
      return new AsyncApi(new YAMLMapper().readTree(ContractFiles.read("asyncapi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode document() {
    return document;
  }

  /** Channels with {@code address} and {@code bindings}. */
  public List<JsonNode> channels() {
    return document.path("channels").valueStream().toList();
  }

  public JsonNode channel(String address) {
    return channels().stream()
        .filter(channel -> channel.path("address").asText().equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no channel for " + address));
  }

  public Set<String> addresses() {
    return channels().stream()
        .map(channel -> channel.path("address").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Names of the messages of a channel or an operation. */
  public Set<String> namesIn(JsonNode channel) {
    return channel
        .path("messages")
        .valueStream()
        .map(reference -> message(reference).path("name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A message, also through the channel that names it. */
  private JsonNode message(JsonNode reference) {
    JsonNode target = at(reference.path("$ref").asText());
    return target.has("$ref") ? message(target) : target;
  }

  /** Messages that are events; a dead letter is none, because it may hold anything. */
  public List<JsonNode> events() {
    return document
        .path("components")
        .path("messages")
        .valueStream()
        .filter(message -> !message.path("name").asText().equals("dead-letter"))
        .toList();
  }

  /** Everything that the services do. */
  public List<Operation> operations() {
    return document.path("operations").properties().stream()
        .map(entry -> operation(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The types that a service sends or receives, by topic; without dead letters. */
  public Map<String, Set<String>> typesOf(String service, boolean sends) {
    return operations().stream()
        .filter(operation -> operation.service().equals(service) && operation.sends() == sends)
        .filter(operation -> !operation.topic().contains(".dlq."))
        .collect(Collectors.toMap(Operation::topic, Operation::types));
  }

  private Operation operation(String name, JsonNode operation) {
    Matcher who = OPERATION.matcher(name);
    if (!who.matches()) {
      throw new AssertionError("operation " + name + " does not name its service");
    }
    JsonNode channel = at(operation.at("/channel/$ref").asText());
    return new Operation(
        who.group(1) + "-service",
        operation.path("action").asText().equals("send"),
        channel.path("address").asText(),
        operation.has("messages") ? namesIn(operation) : namesIn(channel),
        operation.path("summary").asText());
  }

  /** What a {@code #/...} reference points to. */
  public JsonNode at(String reference) {
    JsonNode target = document.at(reference.substring(1));
    if (target.isMissingNode()) {
      throw new AssertionError("nothing at " + reference);
    }
    return target;
  }
}

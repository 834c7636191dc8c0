package health.backstep.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The AsyncAPI document as its tests look at it. */
final class AsyncApi {

  private final JsonNode document;

  private AsyncApi(JsonNode document) {
    this.document = document;
  }

  static AsyncApi fromContract() {
    try {
      return new AsyncApi(new YAMLMapper().readTree(ContractFiles.read("asyncapi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode document() {
    return document;
  }

  /** Channels with {@code address} and {@code bindings}. */
  List<JsonNode> channels() {
    return document.path("channels").valueStream().toList();
  }

  JsonNode channel(String address) {
    return channels().stream()
        .filter(channel -> channel.path("address").asText().equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no channel for " + address));
  }

  Set<String> addresses() {
    return channels().stream()
        .map(channel -> channel.path("address").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Names of the messages that a channel carries. */
  Set<String> namesIn(JsonNode channel) {
    return channel
        .path("messages")
        .valueStream()
        .map(reference -> at(reference.path("$ref").asText()).path("name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Messages that are events; a dead letter is none, because it may hold anything. */
  List<JsonNode> events() {
    return document
        .path("components")
        .path("messages")
        .valueStream()
        .filter(message -> !message.path("name").asText().equals("dead-letter"))
        .toList();
  }

  /** What a {@code #/...} reference points to. */
  JsonNode at(String reference) {
    JsonNode target = document.at(reference.substring(1));
    if (target.isMissingNode()) {
      throw new AssertionError("nothing at " + reference);
    }
    return target;
  }
}

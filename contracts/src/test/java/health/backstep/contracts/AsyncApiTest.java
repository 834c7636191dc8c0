package health.backstep.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncApiTest {

  private static final AsyncApi CONTRACT = AsyncApi.fromContract();

  @ParameterizedTest
  @CsvSource({
    "pt.profile.events.v1,     delete,  90",
    "pt.session.events.v1,     delete,  90",
    "pt.plan.events.v1,        delete,  90",
    "pt.plan.state.v1,         compact,",
    "pt.profile.events.dlq.v1, delete,  365",
    "pt.session.events.dlq.v1, delete,  365",
    "pt.plan.events.dlq.v1,    delete,  365",
  })
  void a_topic_has_its_partitions_and_retention(String topic, String policy, Integer days) {
    JsonNode kafka = CONTRACT.channel(topic).at("/bindings/kafka");
    JsonNode configuration = kafka.path("topicConfiguration");

    assertThat(kafka.path("partitions").asInt()).isEqualTo(12);
    assertThat(configuration.path("cleanup.policy").toString()).isEqualTo("[\"" + policy + "\"]");
    assertThat(configuration.path("retention.ms").asLong())
        .isEqualTo(days == null ? 0 : days * 86_400_000L);
  }

  @Test
  void there_are_no_other_topics() {
    assertThat(CONTRACT.channels()).hasSize(7);
  }

  @Test
  void every_topic_of_events_has_a_topic_for_dead_letters() {
    List<String> eventTopics =
        CONTRACT.addresses().stream().filter(topic -> topic.endsWith(".events.v1")).toList();

    assertThat(eventTopics).hasSize(3);
    assertThat(CONTRACT.addresses())
        .containsAll(eventTopics.stream().map(t -> t.replace(".v1", ".dlq.v1")).toList());
  }

  @Test
  void the_types_of_the_document_are_the_types_with_a_schema() {
    assertThat(CONTRACT.events())
        .map(message -> message.path("name").asText())
        .containsExactlyInAnyOrderElementsOf(EventSchemas.types());
  }

  @Test
  void every_event_names_its_schema_and_its_source_in_the_headers() {
    assertThat(CONTRACT.events())
        .allSatisfy(
            message -> {
              String type = message.path("name").asText();
              JsonNode own = message.at("/headers/allOf/1/properties");
              assertThat(message.at("/payload/$ref").asText())
                  .isEqualTo("schemas/" + type + ".json");
              assertThat(own.at("/ce_type/const").asText()).isEqualTo(type);
              assertThat(own.at("/ce_dataschema/const").asText())
                  .isEqualTo("urn:backstep:schema:" + type);
              assertThat(own.at("/ce_source/const").asText())
                  .isEqualTo("/" + type.split("\\.", 3)[1] + "-service");
              assertThat(CONTRACT.at(message.at("/headers/allOf/0/$ref").asText())).isNotNull();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile", "session", "plan"})
  void a_topic_carries_the_types_of_its_service_and_no_other(String service) {
    assertThat(CONTRACT.namesIn(CONTRACT.channel("pt." + service + ".events.v1")))
        .isEqualTo(
            EventSchemas.types().stream()
                .filter(type -> type.startsWith("pt." + service + "."))
                .filter(type -> !type.equals("pt.plan.state.v1"))
                .collect(Collectors.toSet()));
    assertThat(CONTRACT.namesIn(CONTRACT.channel("pt." + service + ".events.dlq.v1")))
        .containsExactly("dead-letter");
  }

  @Test
  void every_header_is_explained_and_all_but_the_trace_are_required() {
    JsonNode headers = CONTRACT.at("#/components/schemas/eventHeaders");

    assertThat(headers.path("properties").properties())
        .allSatisfy(
            header ->
                assertThat(header.getValue().path("description").asText())
                    .as(header.getKey())
                    .isNotBlank())
        .map(header -> header.getKey())
        .filteredOn(header -> !header.equals("ce_traceparent"))
        .containsExactlyInAnyOrderElementsOf(
            headers.path("required").valueStream().map(JsonNode::asText).toList());
  }

  @Test
  void every_channel_has_an_operation_and_every_operation_a_channel() {
    List<String> channels =
        CONTRACT
            .document()
            .path("operations")
            .valueStream()
            .map(operation -> CONTRACT.at(operation.at("/channel/$ref").asText()))
            .map(channel -> channel.path("address").asText())
            .distinct()
            .toList();

    assertThat(channels).containsExactlyInAnyOrderElementsOf(CONTRACT.addresses());
  }

  @Test
  void an_operation_is_named_after_what_it_does() {
    CONTRACT
        .document()
        .path("operations")
        .properties()
        .forEach(
            entry ->
                assertThat(entry.getKey())
                    .contains(
                        entry.getValue().path("action").asText().equals("send")
                            ? "ServiceSends"
                            : "ServiceReceives")
                    .endsWith(
                        entry
                            .getValue()
                            .at("/channel/$ref")
                            .asText()
                            .replace("#/channels/", "")
                            .substring(1)));
  }

  @Test
  void a_receiver_names_what_it_uses_and_its_topic_carries_it() {
    assertThat(CONTRACT.operations())
        .filteredOn(operation -> !operation.sends())
        .isNotEmpty()
        .allSatisfy(
            operation ->
                assertThat(CONTRACT.namesIn(CONTRACT.channel(operation.topic())))
                    .containsAll(operation.types()));
    assertThat(
            CONTRACT
                .document()
                .path("operations")
                .valueStream()
                .filter(operation -> operation.path("action").asText().equals("receive")))
        .allSatisfy(operation -> assertThat(operation.path("messages")).isNotEmpty());
  }

  @Test
  void whoever_receives_a_topic_and_nobody_else_sends_its_dead_letters() {
    assertThat(
            CONTRACT.operations().stream()
                .filter(AsyncApi.Operation::sends)
                .filter(operation -> operation.topic().contains(".dlq."))
                .map(operation -> operation.service() + operation.topic().replace(".dlq", "")))
        .containsExactlyInAnyOrderElementsOf(
            CONTRACT.operations().stream()
                .filter(operation -> !operation.sends())
                .map(operation -> operation.service() + operation.topic())
                .toList());
  }
}

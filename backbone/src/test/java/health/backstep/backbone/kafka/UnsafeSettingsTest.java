package health.backstep.backbone.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting that could lose, double or reorder events keeps the service from starting. */
class UnsafeSettingsTest {

  private static final String SERVICE = "plan-service";

  @ParameterizedTest
  @CsvSource({
    "backstep.kafka.producer.acks, 1",
    "backstep.kafka.producer.acks, 0",
    "backstep.kafka.client.acks, leader",
    "backstep.kafka.producer.enable.idempotence, false",
    "backstep.kafka.producer.enable.idempotence, FALSE",
    "backstep.kafka.producer.max.in.flight.requests.per.connection, 6",
    "backstep.kafka.producer.max.in.flight.requests.per.connection, many",
    "backstep.kafka.producer.retries, 0",
    "backstep.kafka.producer.max.block.ms, 4001",
    "backstep.kafka.producer.max.block.ms, 60000",
    "backstep.kafka.producer.partitioner.class, org.apache.kafka.clients.producer.RoundRobinPartitioner",
    "backstep.kafka.producer.partitioner.ignore.keys, true",
    "backstep.kafka.consumer.auto.offset.reset, latest",
    "backstep.kafka.consumer.auto.offset.reset, none",
    "backstep.kafka.client.auto.offset.reset, latest",
    "backstep.kafka.consumer.enable.auto.commit, true",
    "backstep.kafka.consumer.group.id, another",
    "kafka.acks, 1",
    "kafka.auto.offset.reset, latest",
    "mp.messaging.connector.smallrye-kafka.acks, 1",
  })
  void isRefusedByItsName(String name, String value) {
    assertThat(UnsafeSettings.in(given(Map.of(name, value)), SERVICE))
        .singleElement()
        .asString()
        .startsWith(name + "=" + value + ": ")
        .contains(" To do: ");
  }

  @ParameterizedTest
  @CsvSource({
    "backstep.kafka.producer.acks, all",
    "backstep.kafka.producer.acks, -1",
    "backstep.kafka.producer.enable.idempotence, true",
    "backstep.kafka.producer.enable.idempotence, TRUE",
    "backstep.kafka.producer.max.in.flight.requests.per.connection, 5",
    "backstep.kafka.producer.retries, 3",
    "backstep.kafka.producer.max.block.ms, 4000",
    "backstep.kafka.producer.linger.ms, 5",
    "backstep.kafka.consumer.auto.offset.reset, earliest",
    "backstep.kafka.consumer.enable.auto.commit, false",
    "backstep.kafka.consumer.group.id, plan-service",
    "backstep.kafka.consumer.isolation.level, read_committed",
    "backstep.kafka.client.security.protocol, SASL_SSL",
    "kafka.bootstrap.servers, broker:9092",
    "mp.messaging.outgoing.mail.connector, smallrye-amqp",
  })
  void whatKeepsTheGuaranteesIsTaken(String name, String value) {
    assertThat(UnsafeSettings.in(given(Map.of(name, value)), SERVICE)).isEmpty();
  }

  @Test
  void aChannelMustSayWhatItsConnectorWouldDoOtherwise() {
    Map<String, String> settings = new HashMap<>();
    settings.put("mp.messaging.outgoing.plans.connector", "smallrye-kafka");
    settings.put("mp.messaging.incoming.\"a.b\".topic", "a.b");

    assertThat(UnsafeSettings.in(given(settings), SERVICE))
        .extracting(fault -> fault.replaceFirst(":.*", ""))
        .containsExactlyInAnyOrder(
            "mp.messaging.outgoing.plans.acks is not set, which means 1",
            "mp.messaging.incoming.\"a.b\".auto.offset.reset is not set, which means latest",
            "mp.messaging.incoming.\"a.b\".failure-strategy is not set, which means fail");

    settings.put("mp.messaging.outgoing.plans.acks", "all");
    settings.put("kafka.auto.offset.reset", "earliest");
    settings.put("mp.messaging.incoming.\"a.b\".failure-strategy", "dead-letter-queue");

    assertThat(UnsafeSettings.in(given(settings), SERVICE)).isEmpty();
  }

  @Test
  void allFaultsAreNamedAtOnceAndTheStartFails() {
    Map<String, String> settings =
        Map.of(
            "backstep.kafka.producer.acks", "1",
            "BACKSTEP_KAFKA_CONSUMER_AUTO_OFFSET_RESET", "latest");

    assertThatThrownBy(() -> new SafeStart(config(settings), SERVICE).check(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("plan-service does not start")
        .hasMessageContaining("\n- backstep.kafka.producer.acks=1: ")
        .hasMessageContaining("\n- backstep.kafka.consumer.auto.offset.reset=latest: ");
  }

  @Test
  void whatOperatorsGiveReachesTheClients() {
    Map<String, String> settings =
        Map.of(
            "backstep.kafka.client.security.protocol", "SSL",
            "backstep.kafka.producer.linger.ms", "7",
            "backstep.kafka.consumer.max.poll.records", "9");
    KafkaSettings clients = new KafkaSettings("broker:1", SERVICE, given(settings));

    assertThat(clients.producer())
        .containsEntry("security.protocol", "SSL")
        .containsEntry("linger.ms", "7")
        .containsEntry("acks", "all")
        .doesNotContainKey("max.poll.records");
    assertThat(clients.consumer())
        .containsEntry("security.protocol", "SSL")
        .containsEntry("max.poll.records", "9")
        .containsEntry("group.id", SERVICE)
        .containsEntry("auto.offset.reset", "earliest")
        .doesNotContainKey("linger.ms");
  }

  @Test
  void ourOwnSettingsKeepTheRules() {
    KafkaSettings ours = new KafkaSettings("broker:1", SERVICE, given(Map.of()));
    Map<String, String> asGiven = new HashMap<>();
    ours.producer()
        .forEach((name, value) -> asGiven.put(GivenSettings.PRODUCER + name, "" + value));
    ours.consumer()
        .forEach((name, value) -> asGiven.put(GivenSettings.CONSUMER + name, "" + value));

    assertThat(asGiven)
        .containsKeys("backstep.kafka.producer.acks", "backstep.kafka.consumer.auto.offset.reset");
    assertThat(UnsafeSettings.in(given(asGiven), SERVICE)).isEmpty();
  }

  private static GivenSettings given(Map<String, String> settings) {
    return GivenSettings.of(config(settings));
  }

  private static SmallRyeConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withSources(List.of(new PropertiesConfigSource(settings, "test", 100)))
        .build();
  }
}

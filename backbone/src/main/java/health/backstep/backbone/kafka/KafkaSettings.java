package health.backstep.backbone.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The properties of our producer and our consumer: ours, then what operators give for this place
 * under {@code backstep.kafka.client.*} (for both, such as {@code security.protocol}), {@code
 * backstep.kafka.producer.*} and {@code backstep.kafka.consumer.*}. Whatever breaks a guarantee of
 * the contract was refused at the start, see {@link UnsafeSettings}.
 */
@ApplicationScoped
public class KafkaSettings {

  /**
   * How soon the partitions of a killed instance go to another one, or to itself when it is back.
   */
  private static final int DEAD_AFTER_MS = 6_000;

  private static final int HEARTBEAT_MS = 2_000;

  /** Records of one poll; their retries end well within the five minutes between two polls. */
  private static final int POLL_RECORDS = 200;

  /**
   * What was read ahead of a partition. With twelve partitions of several topics, a backlog would
   * fill half of a small heap with Kafka's own megabyte.
   */
  private static final int PARTITION_BYTES = 128 * 1024;

  private static final int METADATA_MS = 10_000;
  private static final int DELIVERY_TIMEOUT_MS = 20_000;
  private static final int REQUEST_TIMEOUT_MS = 5_000;

  /** Well below the time after which the database ends a relay that is silent. */
  private static final int MAX_BLOCK_MS = 2_000;

  private final String bootstrapServers;
  private final String group;
  private final GivenSettings given;

  @Inject
  KafkaSettings(
      @ConfigProperty(name = "backstep.kafka") String bootstrapServers,
      @ConfigProperty(name = "quarkus.application.name") String group,
      Config config) {
    this(bootstrapServers, group, GivenSettings.of(config));
  }

  /** With nothing given but these. */
  public KafkaSettings(String bootstrapServers, String group, GivenSettings given) {
    this.bootstrapServers = bootstrapServers;
    this.group = group;
    this.given = given;
  }

  /** For the relay: durable, idempotent, nothing waits to fill a batch. */
  public Map<String, Object> producer() {
    Map<String, Object> properties = new HashMap<>();
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
    properties.putAll(given.producer());
    return properties;
  }

  /** For the inbox: begins with the first record there is, commits only when it says so. */
  public Map<String, Object> consumer() {
    Map<String, Object> properties = new HashMap<>();
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MS);
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, DEAD_AFTER_MS);
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
    properties.putAll(given.consumer());
    return properties;
  }
}

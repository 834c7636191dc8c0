package health.backstep.backbone.kafka;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * Kafka settings that were given from outside, by their full names such as {@code
 * backstep.kafka.client.security.protocol}.
 */
public record GivenSettings(Map<String, String> byName) {

  static final String CLIENT = "backstep.kafka.client.";
  static final String PRODUCER = "backstep.kafka.producer.";
  static final String CONSUMER = "backstep.kafka.consumer.";

  private static final String ENVIRONMENT = "BACKSTEP_KAFKA_";

  public GivenSettings {
    byName = Map.copyOf(byName);
  }

  static GivenSettings of(Config config) {
    Map<String, String> found = new TreeMap<>();
    for (String name : config.getPropertyNames()) {
      String dotted = dotted(name);
      if (isOfKafka(dotted)) {
        config.getOptionalValue(name, String.class).ifPresent(value -> found.put(dotted, value));
      }
    }
    return new GivenSettings(found);
  }

  Map<String, String> producer() {
    return both(PRODUCER);
  }

  Map<String, String> consumer() {
    return both(CONSUMER);
  }

  /** What is given for one client: what is for it alone wins over what is for both. */
  private Map<String, String> both(String own) {
    Map<String, String> settings = new TreeMap<>(below(CLIENT));
    settings.putAll(below(own));
    return settings;
  }

  private Map<String, String> below(String prefix) {
    Map<String, String> settings = new TreeMap<>();
    byName.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            settings.put(name.substring(prefix.length()), value);
          }
        });
    return settings;
  }

  private static boolean isOfKafka(String name) {
    return name.startsWith(CLIENT)
        || name.startsWith(PRODUCER)
        || name.startsWith(CONSUMER)
        || name.startsWith("kafka.")
        || name.startsWith("mp.messaging.");
  }

  /** Kafka's own names have dots only, so a variable of the environment stands for one of them. */
  private static String dotted(String name) {
    return name.startsWith(ENVIRONMENT) ? name.toLowerCase(Locale.ROOT).replace('_', '.') : name;
  }
}

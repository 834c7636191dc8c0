package health.backstep.stack.broker;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** How the stack itself talks to the broker. */
public final class AdminSettings {

  private static final String GIVEN = "BACKSTEP_KAFKA_CLIENT_";

  private AdminSettings() {}

  static Map<String, Object> of(String bootstrapServers, Map<String, String> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.putAll(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000,
            AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50,
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200));
    return settings;
  }

  /**
   * Kafka's settings among a process's environment, under the names by which services take them:
   * {@code BACKSTEP_KAFKA_CLIENT_SECURITY_PROTOCOL} gives {@code security.protocol}.
   */
  public static Map<String, String> given(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(GIVEN)) {
            String own = name.substring(GIVEN.length());
            settings.put(own.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    return settings;
  }
}

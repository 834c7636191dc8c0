package health.backstep.stack.broker;

import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** How the stack itself talks to the broker. */
final class AdminSettings {

  private AdminSettings() {}

  static Map<String, Object> of(String bootstrapServers) {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000,
        AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50,
        AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
  }
}

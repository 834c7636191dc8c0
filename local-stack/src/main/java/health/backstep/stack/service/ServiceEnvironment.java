package health.backstep.stack.service;

import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.Tokens;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that one instance of a service is told.
 *
 * @param port where it listens
 * @param databasePort where it reaches PostgreSQL
 * @param bootstrapServers where it reaches Kafka
 * @param secrets its passwords, and whose tokens it takes
 */
public record ServiceEnvironment(
    ServiceName service, int port, int databasePort, String bootstrapServers, Secrets secrets) {

  /** The only instance of a service in a stack on these ports. */
  public ServiceEnvironment(ServiceName service, Ports ports, Secrets secrets) {
    this(
        service,
        ports.of(service),
        ports.postgres(),
        KafkaBroker.addressOf(ports.kafka()),
        secrets);
  }

  public Map<String, String> asMap() {
    Map<String, String> told = new TreeMap<>(ofEveryService());
    if (service == ServiceName.PLAN) {
      told.put("BACKSTEP_WEBHOOKS_KEY", secrets.webhooksKey());
      told.put("BACKSTEP_WEBHOOKS_PRIVATE_TARGETS", "true");
    }
    return told;
  }

  private Map<String, String> ofEveryService() {
    return Map.of(
        "QUARKUS_HTTP_PORT",
        Integer.toString(port),
        "QUARKUS_HTTP_HOST",
        LocalPort.HOST,
        "BACKSTEP_DATABASE_URL",
        PostgresServer.urlOf(databasePort) + "/" + service.database(),
        "BACKSTEP_DATABASE_OWNER_PASSWORD",
        secrets.password(service.ownerRole()),
        "BACKSTEP_DATABASE_APP_PASSWORD",
        secrets.password(service.appRole()),
        "BACKSTEP_DATABASE_RELAY_PASSWORD",
        secrets.password(service.relayRole()),
        "BACKSTEP_KAFKA",
        bootstrapServers,
        "BACKSTEP_JWKS",
        secrets.publicKeys().toAbsolutePath().toUri().toString(),
        "BACKSTEP_TOKEN_ISSUER",
        Tokens.ISSUER,
        "BACKSTEP_TOKEN_AUDIENCE",
        Tokens.AUDIENCE);
  }
}

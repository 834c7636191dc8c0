package health.backstep.stack.service;

import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.Tokens;
import java.util.Map;

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

  /** The tenant in which test clocks can be set. */
  public static final String SANDBOX = "sandbox";

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
    return Map.ofEntries(
        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
        Map.entry("QUARKUS_HTTP_HOST", LocalPort.HOST),
        Map.entry(
            "BACKSTEP_DATABASE_URL", PostgresServer.urlOf(databasePort) + "/" + service.database()),
        Map.entry("BACKSTEP_DATABASE_OWNER_PASSWORD", secrets.password(service.ownerRole())),
        Map.entry("BACKSTEP_DATABASE_APP_PASSWORD", secrets.password(service.appRole())),
        Map.entry("BACKSTEP_DATABASE_RELAY_PASSWORD", secrets.password(service.relayRole())),
        Map.entry("BACKSTEP_KAFKA", bootstrapServers),
        Map.entry("BACKSTEP_JWKS", secrets.publicKeys().toAbsolutePath().toUri().toString()),
        Map.entry("BACKSTEP_TOKEN_ISSUER", Tokens.ISSUER),
        Map.entry("BACKSTEP_TOKEN_AUDIENCE", Tokens.AUDIENCE),
        Map.entry("BACKSTEP_SANDBOX_TENANTS", SANDBOX));
  }
}

package health.backstep.stack.service;

import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.Tokens;
import java.util.Map;

/** All that one service is told: its port, its database, the broker and whose tokens it takes. */
public record ServiceEnvironment(ServiceName service, Ports ports, Secrets secrets) {

  public Map<String, String> asMap() {
    return Map.of(
        "QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)),
        "QUARKUS_HTTP_HOST", LocalPort.HOST,
        "BACKSTEP_DATABASE_URL", PostgresServer.urlOf(ports.postgres()) + "/" + service.database(),
        "BACKSTEP_DATABASE_OWNER_PASSWORD", secrets.password(service.ownerRole()),
        "BACKSTEP_DATABASE_APP_PASSWORD", secrets.password(service.appRole()),
        "BACKSTEP_DATABASE_RELAY_PASSWORD", secrets.password(service.relayRole()),
        "BACKSTEP_KAFKA", KafkaBroker.addressOf(ports.kafka()),
        "BACKSTEP_JWKS", secrets.publicKeys().toAbsolutePath().toUri().toString(),
        "BACKSTEP_TOKEN_ISSUER", Tokens.ISSUER,
        "BACKSTEP_TOKEN_AUDIENCE", Tokens.AUDIENCE);
  }
}

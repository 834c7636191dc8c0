package health.backstep.stack.service;

import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.Tokens;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that one instance of a service is told.
 *
 * @param port where it listens
 * @param databasePort where it reaches PostgreSQL
 * @param bootstrapServers where it reaches Kafka
 * @param secrets its passwords, and whose tokens it takes
 * @param addresses where services reach each other; one that is missing is not there
 */
public record ServiceEnvironment(
    ServiceName service,
    int port,
    int databasePort,
    String bootstrapServers,
    Secrets secrets,
    Map<ServiceName, URI> addresses) {

  /** The tenant in which test clocks can be set. */
  public static final String SANDBOX = "sandbox";

  /** So many calls in a minute that the limit is never met, but can be tried with one given. */
  private static final String CALLS_PER_MINUTE = "1000000";

  /** The only instance of a service in a stack on these ports. */
  public ServiceEnvironment(ServiceName service, Ports ports, Secrets secrets) {
    this(
        service,
        ports.of(service),
        ports.postgres(),
        KafkaBroker.addressOf(ports.kafka()),
        secrets,
        Arrays.stream(ServiceName.values())
            .collect(
                Collectors.toMap(Function.identity(), each -> ServiceProcess.url(ports.of(each)))));
  }

  public Map<String, String> asMap() {
    Map<String, String> told = new HashMap<>(connections());
    for (String limit : List.of("BACKSTEP_RATE_LIMIT_CLIENT", "BACKSTEP_RATE_LIMIT_TENANT")) {
      told.put(limit, Objects.requireNonNullElse(System.getenv(limit), CALLS_PER_MINUTE));
    }
    told.put("BACKSTEP_SANDBOX_TENANTS", SANDBOX);
    told.put("BACKSTEP_SUSPENDED_CALLERS", secrets.suspendedCallers().toString());
    if (service == ServiceName.PROFILE) {
      told.put("BACKSTEP_RECEIPTS_KEY", secrets.receiptsKey());
      tellAddress(told, "BACKSTEP_PLAN_URL", ServiceName.PLAN);
      tellAddress(told, "BACKSTEP_SESSION_URL", ServiceName.SESSION);
    }
    if (service == ServiceName.PLAN) {
      told.put("BACKSTEP_WEBHOOKS_KEY", secrets.webhooksKey());
      told.put("BACKSTEP_WEBHOOKS_PRIVATE_TARGETS", "true");
    }
    return told;
  }

  private void tellAddress(Map<String, String> told, String name, ServiceName other) {
    if (addresses.containsKey(other)) {
      told.put(name, addresses.get(other).toString());
    }
  }

  private Map<String, String> connections() {
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

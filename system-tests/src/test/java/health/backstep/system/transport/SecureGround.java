package health.backstep.system.transport;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import health.backstep.stack.broker.Entrance;
import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Child;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.service.ServiceEnvironment;
import health.backstep.stack.service.ServiceProcess;
import health.backstep.system.PackagedServices;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * PostgreSQL, Kafka and an identity provider that speak with encryption only, and services that
 * were told by their environment to do so, too.
 */
final class SecureGround implements AutoCloseable {

  private static final String ENCRYPTED_ONLY = "hostssl all all 127.0.0.1/32 scram-sha-256\n";

  private final Path folder;
  private final Authority authority;
  private final Ports ports = Ports.free();
  private final Secrets secrets;
  private final PostgresServer postgres;
  private final KafkaBroker kafka;
  private final HttpsServer provider;
  private final List<Child> services = new ArrayList<>();

  SecureGround(Path folder, Authority authority) throws Exception {
    this.folder = folder;
    this.authority = authority;
    this.secrets = Secrets.in(folder);
    this.provider = provider();
    this.postgres = PostgresServer.start(folder, ports.postgres(), secrets);
    encryptDatabase(authority.vouchesFor("postgres"));
    this.kafka = KafkaBroker.start(folder, ports, entrance(authority.vouchesFor("kafka")));
    Topics.createAll(kafka.bootstrapServers(), kafkaClient(authority));
  }

  Secrets secrets() {
    return secrets;
  }

  PostgresServer postgres() {
    return postgres;
  }

  String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  String url(ServiceName service) {
    return "https://127.0.0.1:" + ports.of(service);
  }

  /** Where a service's database is, for a client that trusts an authority. */
  String databaseUrl(ServiceName service, Authority trusted) {
    return "%s?sslmode=verify-full&sslrootcert=%s"
        .formatted(postgres.jdbcUrl(service), trusted.certificate());
  }

  static Map<String, String> kafkaClient(Authority trusted) {
    return Map.of(
        "security.protocol", "SSL",
        "ssl.truststore.type", "PEM",
        "ssl.truststore.location", trusted.certificate().toString());
  }

  Child start(ServiceName service) throws Exception {
    return start(service.processName(), service, ports.of(service), authority);
  }

  /**
   * Starts one more instance of a service, which believes the other services only if this authority
   * vouches for them.
   *
   * @param port a free one
   */
  Child start(String name, ServiceName service, int port, Authority ofServices) throws Exception {
    Map<String, String> told = environment(name, service, port);
    told.put("QUARKUS_TLS_SERVICES_TRUST_STORE_PEM_CERTS", ofServices.certificate().toString());
    Child child =
        ServiceProcess.launch(
                name,
                service,
                told,
                List.of(),
                PackagedServices.repository(),
                DataFolder.at(folder))
            .start();
    services.add(child);
    return child;
  }

  private Map<String, String> environment(String name, ServiceName service, int port)
      throws Exception {
    Authority.Identity own = authority.vouchesFor(name);
    Map<String, String> told =
        new HashMap<>(
            new ServiceEnvironment(
                    service, port, ports.postgres(), kafka.bootstrapServers(), secrets, addresses())
                .asMap());
    told.put("BACKSTEP_TLS", "on");
    told.put("BACKSTEP_TLS_CERTIFICATE", own.certificate().toString());
    told.put("BACKSTEP_TLS_KEY", own.key().toString());
    told.put("BACKSTEP_DATABASE_URL", databaseUrl(service, authority));
    told.put("BACKSTEP_KAFKA_CLIENT_SECURITY_PROTOCOL", "SSL");
    told.put("BACKSTEP_KAFKA_CLIENT_SSL_TRUSTSTORE_TYPE", "PEM");
    told.put("BACKSTEP_KAFKA_CLIENT_SSL_TRUSTSTORE_LOCATION", authority.certificate().toString());
    told.put("BACKSTEP_JWKS", "https://127.0.0.1:" + provider.getAddress().getPort() + "/jwks");
    told.put("BACKSTEP_JWKS_CA", authority.certificate().toString());
    return told;
  }

  private Map<ServiceName, URI> addresses() {
    return Arrays.stream(ServiceName.values())
        .collect(Collectors.toMap(Function.identity(), service -> URI.create(url(service))));
  }

  private HttpsServer provider() throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(authority.server("provider")));
    server.createContext(
        "/jwks",
        call -> {
          byte[] keys = Files.readAllBytes(secrets.publicKeys());
          call.sendResponseHeaders(200, keys.length);
          call.getResponseBody().write(keys);
          call.close();
        });
    server.start();
    return server;
  }

  private void encryptDatabase(Authority.Identity own) throws SQLException, IOException {
    try (Connection admin = postgres.connectAsSuperuser("postgres");
        Statement change = admin.createStatement()) {
      change.execute("alter system set ssl_cert_file = '%s'".formatted(own.certificate()));
      change.execute("alter system set ssl_key_file = '%s'".formatted(own.key()));
      change.execute("alter system set ssl = on");
      Path entrance = PostgresServer.folder(DataFolder.at(folder)).resolve("pg_hba.conf");
      Files.writeString(entrance, ENCRYPTED_ONLY);
      change.execute("select pg_reload_conf()");
    }
  }

  private Entrance entrance(Authority.Identity own) {
    Map<String, String> broker =
        Map.of(
            "listeners",
            "TLS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                .formatted(ports.kafka(), ports.kafkaController()),
            "advertised.listeners",
            "TLS://127.0.0.1:" + ports.kafka(),
            "listener.security.protocol.map",
            "TLS:SSL,CONTROLLER:PLAINTEXT",
            "inter.broker.listener.name",
            "TLS",
            "ssl.keystore.type",
            "PEM",
            "ssl.keystore.location",
            own.both().toString(),
            "ssl.truststore.type",
            "PEM",
            "ssl.truststore.location",
            authority.certificate().toString());
    return new Entrance(broker, List.of(), kafkaClient(authority));
  }

  @Override
  public void close() {
    services.forEach(service -> service.identity().kill());
    kafka.close();
    postgres.close();
    provider.stop(0);
  }
}

package health.backstep.system;

import static io.restassured.RestAssured.given;

import health.backstep.client.Access;
import health.backstep.client.ApiClient;
import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.broker.Quorum;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Child;
import health.backstep.stack.process.Part;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.TokenRequest;
import health.backstep.stack.secret.Tokens;
import health.backstep.stack.service.ServiceEnvironment;
import health.backstep.stack.service.ServiceHealth;
import health.backstep.stack.service.ServiceProcess;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The packaged services, PostgreSQL and a broker on a folder of their own, stopped part by part and
 * started again under another clock.
 */
final class RestingStack implements AutoCloseable {

  private static final String TENANT = "resting-clinic";
  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final Path REPOSITORY = PackagedServices.repository();
  private static final int ONLY_BROKER = 1;

  private final DataFolder data;
  private final Ports ports = Ports.free();
  private final Quorum quorum = Quorum.of(ONLY_BROKER);
  private final Secrets secrets;
  private final String token;
  private final ProcessTable table;
  private final Map<ServiceName, Child> services = new EnumMap<>(ServiceName.class);
  private final Map<Part, Child> ground = new EnumMap<>(Part.class);

  /** Nothing is running yet. */
  RestingStack(Path folder, Duration tokensLive) {
    this.data = DataFolder.at(folder).open();
    this.secrets = Secrets.in(data.root());
    this.table = ProcessTable.at(data.processTable());
    this.token =
        new Tokens(secrets)
            .issue(new TokenRequest(TENANT, Scopes.all(), "resting-test", tokensLive));
  }

  Path folder() {
    return data.root();
  }

  String bootstrapServers() {
    return quorum.bootstrapServers();
  }

  private URI url(ServiceName service) {
    return ServiceProcess.url(ports.of(service));
  }

  ApiClient client(ServiceName service) {
    return Access.to(url(service), () -> token);
  }

  /** A request of the partner. */
  RequestSpecification to(ServiceName service) {
    return given()
        .baseUri(url(service).toString())
        .contentType(ContentType.JSON)
        .auth()
        .oauth2(token);
  }

  /** A single number out of a service's database, past all walls. */
  long count(ServiceName service, String sql, Object... values) {
    try (Connection connection =
            PostgresServer.connectAsSuperuser(ports.postgres(), secrets, service.database());
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For the first time: makes databases, roles and topics. */
  void create() {
    ground.put(
        Part.DATABASE, PostgresServer.start(data.root(), ports.postgres(), secrets).process());
    startKafka(MovedClock.RIGHT);
    Topics.createAll(bootstrapServers());
    startServices(MovedClock.RIGHT);
  }

  void startPostgres(MovedClock clock) {
    int port = ports.postgres();
    Child postgres = clock.on(PostgresServer.launch(data, port, secrets)).start();
    ground.put(Part.DATABASE, postgres);
    postgres.awaitReady(START_LIMIT, () -> PostgresServer.answers(port, secrets));
    table.put(RunningProcess.of(postgres, Part.DATABASE, port, PostgresServer.urlOf(port)));
  }

  void startKafka(MovedClock clock) {
    Child kafka = clock.on(KafkaBroker.launch(data, KafkaBroker.NAME, quorum, ONLY_BROKER)).start();
    ground.put(Part.BROKER, kafka);
    kafka.awaitReady(START_LIMIT, () -> KafkaBroker.answers(bootstrapServers()));
  }

  void startServices(MovedClock clock) {
    for (ServiceName service : ServiceName.values()) {
      services.put(service, start(service, clock));
    }
    services.forEach(
        (service, child) ->
            child.awaitReady(START_LIMIT, () -> ServiceHealth.isReady(ports.of(service))));
  }

  void stop(ServiceName service) {
    services.remove(service).identity().end(Part.SERVICE);
  }

  /** The broker or the database. */
  void stop(Part part) {
    if (ground.containsKey(part)) {
      ground.remove(part).identity().end(part);
    }
  }

  @Override
  public void close() {
    List.copyOf(services.keySet()).forEach(this::stop);
    stop(Part.BROKER);
    stop(Part.DATABASE);
  }

  private Child start(ServiceName service, MovedClock clock) {
    ServiceEnvironment told =
        new ServiceEnvironment(
            service,
            ports.of(service),
            ports.postgres(),
            bootstrapServers(),
            secrets,
            Arrays.stream(ServiceName.values())
                .collect(Collectors.toMap(Function.identity(), this::url)));
    return clock.on(ServiceProcess.launch(told, REPOSITORY, data)).start();
  }
}

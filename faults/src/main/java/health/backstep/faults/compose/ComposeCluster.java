package health.backstep.faults.compose;

import health.backstep.faults.cluster.Broker;
import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Database;
import health.backstep.faults.cluster.Instance;
import health.backstep.faults.cluster.KafkaAccess;
import health.backstep.faults.cluster.KafkaView;
import health.backstep.faults.cluster.Part;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.TokenRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The core of the Compose file as it runs: one broker, one PostgreSQL and one of each service
 * behind the gateway. It was started by somebody else and goes on running afterwards.
 */
public final class ComposeCluster implements Cluster {

  private static final String BROKER = "kafka:9092";
  private static final Duration TOKEN_TTL = Duration.ofHours(24);

  private final ComposeSecrets secrets;
  private final KafkaAccess kafka;
  private final ContainedBroker broker;
  private final ContainedDatabase database;
  private final List<ContainedInstance> instances;

  private ComposeCluster(String project, int gatewayPort, ComposeSecrets secrets) {
    this.secrets = secrets;
    this.kafka = new KafkaAccess(BROKER, login(secrets.operationsPassword()));
    this.broker = new ContainedBroker(project, HostNames.ofThisJvm(), kafka);
    this.database = new ContainedDatabase(project, secrets.databasePassword());
    this.instances =
        Stream.of(ServiceName.values())
            .map(service -> new ContainedInstance(project, service, gatewayPort))
            .toList();
  }

  /**
   * What runs already.
   *
   * @param project the Compose project
   * @param gatewayPort the one port that the gateway publishes on this machine
   * @throws StackFailure when a part of it is not there, or when it has patients: the run does
   *     harm, and holds all that it finds to be its own
   */
  public static ComposeCluster of(String project, int gatewayPort, ComposeSecrets secrets) {
    ComposeCluster cluster = new ComposeCluster(project, gatewayPort, secrets);
    cluster.requireNoPatients();
    return cluster;
  }

  private void requireNoPatients() {
    try (Connection connection = connect(ServiceName.PROFILE);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT EXISTS (SELECT FROM patient)")) {
      found.next();
      if (found.getBoolean(1)) {
        throw new StackFailure(
            "The stack has patients. Faults strike one that is empty: docker compose down --volumes, then docker compose up -d --wait");
      }
    } catch (SQLException e) {
      throw new StackFailure("The database of the stack cannot be read: " + e.getMessage());
    }
  }

  @Override
  public KafkaAccess kafka() {
    return kafka;
  }

  @Override
  public List<Broker> brokers() {
    return List.of(broker);
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public List<Instance> instances() {
    return List.copyOf(instances);
  }

  @Override
  public String token(String tenant) {
    return secrets.tokens().issue(new TokenRequest(tenant, Scopes.all(), "fault-run", TOKEN_TTL));
  }

  @Override
  public Connection connect(ServiceName service) throws SQLException {
    return database.connect(service.database());
  }

  @Override
  public boolean isWhole() {
    return Stream.concat(Stream.of(broker, database), instances.stream()).allMatch(Part::isReady)
        && new KafkaView(kafka).isInSync();
  }

  @Override
  public void wipeKafka() {
    throw new UnsupportedOperationException("the broker's volume is not wiped");
  }

  @Override
  public void close() {
    instances.forEach(instance -> instance.clients().close());
  }

  private static Map<String, String> login(String password) {
    return Map.of(
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"operations\" password=\"%s\";"
            .formatted(password));
  }
}

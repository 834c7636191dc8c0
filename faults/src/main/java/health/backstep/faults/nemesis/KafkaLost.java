package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Part;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.rebuild.Rebuilds;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * All brokers come back empty. The only fault after which a person has to act: the topics are made
 * again, and each service is asked to send its topics again from the outbox.
 */
final class KafkaLost implements Fault {

  private static final Duration AWAY = Duration.ofSeconds(20);
  private static final Duration REBUILT_WITHIN = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  @Override
  public String name() {
    return "Kafka lost, rebuilt";
  }

  @Override
  public Set<Area> areas() {
    return Area.EVERYTHING;
  }

  @Override
  public void strike(Cluster cluster, RandomGenerator random, Ground ground) throws Exception {
    try {
      cluster.brokers().forEach(Part::kill);
      ground.hold(random, AWAY);
    } finally {
      cluster.wipeKafka();
    }
    for (ServiceName service : ServiceName.values()) {
      askForRebuild(cluster, service);
    }
    for (ServiceName service : ServiceName.values()) {
      awaitRebuild(cluster, service);
    }
  }

  private static void askForRebuild(Cluster cluster, ServiceName service) throws SQLException {
    try (ServiceDatabase database = ServiceDatabase.of(service, cluster.connect(service))) {
      new Rebuilds(database).requestAll("fault run");
    }
  }

  private static void awaitRebuild(Cluster cluster, ServiceName service)
      throws InterruptedException {
    Waiting.until(
        Waiting.trying(() -> isRebuilt(cluster, service)),
        LOOK_EVERY,
        REBUILT_WITHIN,
        () -> service.processName() + " did not send its topics again");
  }

  private static boolean isRebuilt(Cluster cluster, ServiceName service) throws SQLException {
    try (Connection connection = cluster.connect(service);
        Statement statement = connection.createStatement();
        ResultSet open =
            statement.executeQuery("select count(*) from rebuild where finished_at is null")) {
      return open.next() && open.getLong(1) == 0;
    }
  }
}

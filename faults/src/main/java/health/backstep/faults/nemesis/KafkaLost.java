package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Broker;
import health.backstep.faults.cluster.Cluster;
import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * All brokers come back empty. The only fault after which a person has to act: the topics are made
 * again, and each service is asked to send its topics again from the outbox.
 */
final class KafkaLost implements Fault {

  private static final Duration AWAY = Duration.ofSeconds(20);
  private static final Duration REBUILT_WITHIN = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private static final String ASK_FOR_REBUILD =
      """
      insert into rebuild (topic, up_to, requested_by)
      select topic, max(position), 'fault run' from outbox group by topic
      on conflict (topic) do update
        set up_to = excluded.up_to, sent_up_to = 0, sent = 0, finished_at = null,
            requested_at = clock_timestamp(), requested_by = excluded.requested_by
      """;

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
    List<Broker> brokers = cluster.brokers();
    try {
      brokers.forEach(Broker::kill);
      brokers.forEach(Broker::wipe);
      ground.hold(random, AWAY);
    } finally {
      Revival.of(brokers);
      createTopics(cluster);
    }
    for (ServiceName service : ServiceName.values()) {
      askForRebuild(cluster, service);
    }
    for (ServiceName service : ServiceName.values()) {
      awaitRebuild(cluster, service);
    }
  }

  private static void createTopics(Cluster cluster) throws InterruptedException {
    try (Admin admin = Clients.admin(cluster.bootstrapServers())) {
      Waiting.until(
          Waiting.trying(() -> createMissing(admin, (short) cluster.brokers().size())),
          LOOK_EVERY,
          REBUILT_WITHIN,
          () -> "the topics could not be made again");
    }
  }

  /** Brokers that have just begun may not yet be enough for every replica. */
  private static boolean createMissing(Admin admin, short replicas) throws Exception {
    Set<String> existing = admin.listTopics().names().get();
    List<NewTopic> missing =
        Topics.fromContract().stream()
            .filter(topic -> !existing.contains(topic.name()))
            .map(topic -> replicated(topic, replicas))
            .toList();
    admin.createTopics(missing).all().get();
    return true;
  }

  private static NewTopic replicated(TopicSpec topic, short replicas) {
    return new NewTopic(topic.name(), topic.partitions(), replicas).configs(topic.settings());
  }

  private static void askForRebuild(Cluster cluster, ServiceName service) throws SQLException {
    try (Connection connection = cluster.connect(service);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(ASK_FOR_REBUILD);
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

package health.backstep.faults.planted;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.nemesis.Waiting;
import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;

/** Moments at which harm does what it is meant to do; each is waited for under the load. */
final class Moments {

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private Moments() {}

  /** Somebody is within a transaction and waits to write to the table. */
  static void someoneWaitsFor(Cluster cluster, ServiceName service, String table)
      throws InterruptedException {
    await(
        "nobody wrote to " + table,
        () ->
            number(
                    cluster,
                    service,
                    "select count(*) from pg_locks where not granted and relation = '%s'::regclass"
                        .formatted(table))
                > 0);
  }

  /** What took its place in the outbox later than anything until now has been sent. */
  static void laterEventsAreSent(Cluster cluster, ServiceName service)
      throws InterruptedException, SQLException {
    long taken =
        number(
            cluster,
            service,
            "select last_value from pg_sequences"
                + " where schemaname || '.' || sequencename"
                + " = pg_get_serial_sequence('outbox', 'position')");
    await(
        "no later event was sent",
        () ->
            number(cluster, service, "select max(position) from outbox where sent_at is not null")
                > taken);
  }

  /** The service has given so many more events to its relay. */
  static void eventsPileUp(Cluster cluster, ServiceName service, int atLeast)
      throws InterruptedException, SQLException {
    long before = number(cluster, service, "select count(*) from outbox");
    await(
        "hardly any event came up",
        () -> number(cluster, service, "select count(*) from outbox") >= before + atLeast);
  }

  /** Every partition of the topic has a leader that is one of these. */
  static void oneOfLeads(Cluster cluster, Set<Integer> brokers, String topic)
      throws InterruptedException {
    try (Admin admin = admin(cluster)) {
      await(
          "other brokers than %s led %s".formatted(brokers, topic),
          () -> brokers.containsAll(leaders(admin, topic)));
    }
  }

  private static List<Integer> leaders(Admin admin, String topic) throws Exception {
    TopicDescription described =
        admin.describeTopics(List.of(topic)).topicNameValues().get(topic).get();
    return described.partitions().stream()
        .map(TopicPartitionInfo::leader)
        .map(leader -> leader == null ? Node.noNode().id() : leader.id())
        .toList();
  }

  private static Admin admin(Cluster cluster) {
    return Admin.create(
        cluster
            .kafka()
            .with(
                Map.of(
                    "default.api.timeout.ms", 10_000,
                    "request.timeout.ms", 5_000)));
  }

  private static void await(String otherwise, Callable<Boolean> condition)
      throws InterruptedException {
    Waiting.until(Waiting.trying(condition), LOOK_EVERY, LIMIT, () -> otherwise);
  }

  private static long number(Cluster cluster, ServiceName service, String query)
      throws SQLException {
    try (Connection database = cluster.connect(service);
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}

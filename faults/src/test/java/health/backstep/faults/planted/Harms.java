package health.backstep.faults.planted;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.SESSION;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Part;
import health.backstep.faults.nemesis.Area;
import health.backstep.faults.nemesis.Fault;
import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;

/** Harm at the one moment at which a certain bug shows, where chance would need long to find it. */
final class Harms {

  private static final String SESSION_EVENTS = "pt.session.events.v1";

  /** Enough that some of them are under way, and soon enough for no send to have ended. */
  private static final int SOME_EVENTS = 10;

  private Harms() {}

  /** Transactions of sessions have their places in the outbox and wait; later ones commit first. */
  static Fault commitsOvertaken() {
    return harm(
        "commits overtaken",
        cluster ->
            whileLocked(
                cluster, SESSION, "session", () -> Moments.laterEventsAreSent(cluster, SESSION)));
  }

  /** What was polled is on its way into the database when the service dies. */
  static Fault killedWithinATransaction() {
    return harm(
        "killed within a transaction",
        cluster -> {
          Part service = cluster.instances(PLAN).getFirst();
          whileLocked(cluster, PLAN, "history_event", service::kill);
          service.start();
        });
  }

  /** What was polled is on its way into the database when its connections end. */
  static Fault cutWithinATransaction() {
    return harm(
        "cut within a transaction",
        cluster ->
            whileLocked(
                cluster,
                PLAN,
                "history_event",
                () -> cluster.instances(PLAN).getFirst().toDatabase().orElseThrow().resetAll()));
  }

  /** A batch waits for a broker that is down when the relay dies. */
  static Fault relayKilledWhileSending() {
    return harm(
        "relay killed while sending",
        cluster -> {
          Part broker = cluster.brokers().getFirst();
          Part service = cluster.instances(SESSION).getFirst();
          broker.kill();
          Moments.eventsPileUp(cluster, SESSION, SOME_EVENTS);
          service.kill();
          broker.start();
          service.start();
        });
  }

  /** The followers stand still, the leader goes on alone, and then it is the one that dies. */
  static Fault leaderLostAlone() {
    return harm(
        "leader lost alone",
        cluster -> {
          letFirstBrokerLead(cluster);
          Part leader = cluster.brokers().getFirst();
          List<? extends Part> followers = cluster.brokers().subList(1, 3);
          followers.forEach(Part::freeze);
          try {
            Moments.laterEventsAreSent(cluster, SESSION);
            leader.kill();
          } finally {
            followers.forEach(Part::thaw);
          }
          Moments.oneOfLeads(cluster, Set.of(2, 3), SESSION_EVENTS);
          leader.start();
        });
  }

  private static void letFirstBrokerLead(Cluster cluster) throws Exception {
    Optional<NewPartitionReassignment> firstLeads =
        Optional.of(new NewPartitionReassignment(List.of(1, 2, 3)));
    try (Admin admin = Admin.create(cluster.kafka().with(Map.of()))) {
      Set<TopicPartition> partitions =
          IntStream.range(0, 12)
              .mapToObj(number -> new TopicPartition(SESSION_EVENTS, number))
              .collect(Collectors.toSet());
      admin
          .alterPartitionReassignments(
              partitions.stream().collect(Collectors.toMap(each -> each, each -> firstLeads)))
          .all()
          .get();
      admin.electLeaders(ElectionType.PREFERRED, partitions).partitions().get();
    }
    Moments.oneOfLeads(cluster, Set.of(1), SESSION_EVENTS);
  }

  private static Fault harm(String name, Harm harm) {
    return Fault.of(name, EnumSet.allOf(Area.class), (cluster, random, ground) -> harm.on(cluster));
  }

  /** Lets nobody write to the table, and does something when somebody waits to. */
  private static void whileLocked(Cluster cluster, ServiceName service, String table, Deed then)
      throws Exception {
    try (Connection database = cluster.connect(service);
        Statement statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("lock table " + table + " in share mode");
      Moments.someoneWaitsFor(cluster, service, table);
      then.happen();
      database.commit();
    }
  }

  @FunctionalInterface
  private interface Deed {
    void happen() throws Exception;
  }

  @FunctionalInterface
  private interface Harm {
    void on(Cluster cluster) throws Exception;
  }
}

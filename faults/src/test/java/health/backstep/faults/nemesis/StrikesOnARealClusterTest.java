package health.backstep.faults.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Layout;
import health.backstep.faults.cluster.LocalCluster;
import health.backstep.faults.load.Journal;
import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The faults that cost only seconds, under the load of one patient. */
class StrikesOnARealClusterTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Path DATA = Path.of("target", "nemesis-data").toAbsolutePath();
  private static final double PACE = 0.1;

  private static final List<Fault> CHEAP =
      List.of(
          ServiceFaults.freezeBriefly(ServiceName.PLAN),
          RelayFaults.cut(),
          DatabaseFaults.cutConnections(),
          NetworkFaults.resetBeforeCommit(),
          NetworkFaults.resetAfterCommit(),
          NetworkFaults.answersCut(),
          GroupFaults.rebalances());

  private final Ground ground = new Ground(new Journal(), PACE);

  @Test
  void everyFaultPutsItselfRightAndEveryBrokenRecordIsSetAside() throws Exception {
    Layout small = Layout.standard().withBrokers(1).withInstances(ServiceName.PLAN, 1);
    try (Cluster cluster = LocalCluster.start(DATA, REPOSITORY, small, Progress.silent())) {
      Someone probe = Someone.withPlan(cluster, "north");
      Someone busy = Someone.withPlan(cluster, "south");
      Nemesis nemesis = new Nemesis(cluster, ground, probe::isServed, Onlooker.silent());

      AtomicBoolean open = new AtomicBoolean(true);
      Thread app = Thread.startVirtualThread(() -> keepBusy(busy, open));
      List<Strike> strikes = nemesis.unleash(Schedule.once(7, CHEAP), Duration.ofMinutes(10));
      open.set(false);
      app.join();
      List<Strike> injections =
          nemesis.unleash(Schedule.once(7, RecordFaults.all()), Duration.ofMinutes(10));

      assertThat(strikes).hasSameSizeAs(CHEAP).allSatisfy(StrikesOnARealClusterTest::isWellDone);
      assertThat(injections)
          .hasSameSizeAs(RecordFaults.all())
          .allSatisfy(StrikesOnARealClusterTest::isWellDone);
      assertThat(setAside(cluster))
          .isPositive()
          .isEqualTo(ground.injected().stream().mapToInt(Injected::deadLetters).sum());
    }
  }

  /**
   * Trains again once the plan has followed, as far as the fault lets it: whoever did not wait
   * would fill the topic faster than it is read, and everybody else would stand behind that.
   */
  private static void keepBusy(Someone patient, AtomicBoolean open) {
    try {
      while (open.get()) {
        patient.keepAppointment();
        patient.letPlanFollow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void isWellDone(Strike strike) {
    assertThat(strike.trouble()).as(strike.name()).isEmpty();
    assertThat(strike.recovered()).as(strike.name()).isPresent();
  }

  private static int setAside(Cluster cluster) throws SQLException {
    int all = 0;
    for (ServiceName service : ServiceName.values()) {
      try (Connection connection = cluster.connect(service);
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select count(distinct headers->>'x-injected') from outbox"
                      + " where topic like '%.dlq.v1'")) {
        row.next();
        all += row.getInt(1);
      }
    }
    return all;
  }
}

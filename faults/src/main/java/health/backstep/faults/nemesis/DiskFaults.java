package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Broker;
import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Database;
import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Disks without room. The part is stopped and its folder goes onto a small tmpfs mount, which is
 * filled while it works; then there is room again, and the folder goes back.
 */
final class DiskFaults {

  private static final long BROKER_ROOM = 48L << 20;
  private static final long WRITE_AHEAD_ROOM = 40L << 20;
  private static final int WRITE_AHEAD_FILES = 8;
  private static final Duration FULL_FOR = Duration.ofSeconds(20);
  private static final Duration NOTICED = Duration.ofSeconds(6);

  private DiskFaults() {}

  static List<Fault> all() {
    return List.of(
        new Full("a broker's disk full", Set.of(Area.BROKERS), DiskFaults::brokerFull),
        new Full("PostgreSQL's disk full", Set.of(Area.DATABASE), DiskFaults::writeAheadLogFull));
  }

  private static void brokerFull(Cluster cluster, RandomGenerator random, Ground ground)
      throws Exception {
    Replicas.of(cluster).awaitWhole();
    Broker struck = BrokerFaults.some(cluster, 1, random).getFirst();
    struck.stop();
    try (SmallDisk disk = SmallDisk.under(struck.folder(), BROKER_ROOM)) {
      Revival.of(struck);
      try (Ballast _ = disk.fill()) {
        ground.hold(FULL_FOR, NOTICED);
      }
      struck.kill();
    } finally {
      Revival.of(struck);
    }
    Replicas.of(cluster).awaitWhole();
  }

  private static void writeAheadLogFull(Cluster cluster, RandomGenerator random, Ground ground)
      throws Exception {
    Database database = cluster.database();
    database.stop();
    try (SmallDisk disk = SmallDisk.under(database.folder().resolve("pg_wal"), WRITE_AHEAD_ROOM)) {
      Revival.of(database);
      try (Ballast _ = disk.fill()) {
        useUpWriteAheadFiles(cluster);
        ground.hold(FULL_FOR, NOTICED);
      }
      Revival.of(database);
      database.stop();
    } finally {
      Revival.of(database);
    }
  }

  /** PostgreSQL keeps some files in stock; without a next one it gives up. */
  private static void useUpWriteAheadFiles(Cluster cluster) {
    try (Connection connection = cluster.connect(ServiceName.PLAN);
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < WRITE_AHEAD_FILES; i++) {
        statement.execute("select pg_switch_wal(), pg_logical_emit_message(false, 'full', 'x')");
      }
    } catch (SQLException gaveUp) {
      return;
    }
  }

  /** A fault that needs a small disk. */
  private record Full(String name, Set<Area> areas, Harm harm) implements Fault {

    @Override
    public String impossibleBecause(Cluster cluster) {
      return SmallDisk.impossibleBecause();
    }

    @Override
    public void strike(Cluster cluster, RandomGenerator random, Ground ground) throws Exception {
      harm.on(cluster, random, ground);
    }
  }
}

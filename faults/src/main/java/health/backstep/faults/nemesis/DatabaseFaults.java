package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Database;
import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A PostgreSQL that dies, stands still, cuts its connections or keeps rows locked. */
final class DatabaseFaults {

  private static final Set<Area> HURT = Set.of(Area.DATABASE);
  private static final Duration A_MOMENT = Duration.ofSeconds(3);
  private static final Duration A_WHILE = Duration.ofSeconds(20);
  private static final Duration NOTICED = Duration.ofSeconds(6);

  private DatabaseFaults() {}

  static List<Fault> all() {
    return List.of(
        immediateRestart(),
        kill(),
        gone(),
        freeze(),
        cutConnections(),
        rowsHeld(ServiceName.SESSION, "event_sequence"),
        rowsHeld(ServiceName.PLAN, "patient_course"),
        outboxHeld());
  }

  static Fault immediateRestart() {
    return Fault.of(
        "PostgreSQL restarted in immediate mode",
        HURT,
        (cluster, random, ground) -> {
          Database database = cluster.database();
          try {
            database.stop();
            ground.hold(random, A_MOMENT);
          } finally {
            Revival.of(database);
          }
        });
  }

  static Fault kill() {
    return Fault.of(
        "kill -9 PostgreSQL",
        HURT,
        (cluster, random, ground) -> {
          Database database = cluster.database();
          try {
            database.kill();
            ground.hold(random, A_MOMENT);
          } finally {
            Revival.of(database);
          }
        });
  }

  /** Long enough for every caller to be told that the service is away for the moment. */
  static Fault gone() {
    return Fault.of(
        "PostgreSQL gone for a while",
        HURT,
        (cluster, random, ground) -> {
          Database database = cluster.database();
          try {
            database.stop();
            ground.hold(A_WHILE.multipliedBy(2), NOTICED.multipliedBy(2));
          } finally {
            Revival.of(database);
          }
        });
  }

  static Fault freeze() {
    return Fault.of(
        "PostgreSQL frozen",
        HURT,
        (cluster, random, ground) -> {
          Database database = cluster.database();
          database.freeze();
          try {
            ground.hold(A_WHILE, NOTICED);
          } finally {
            database.thaw();
          }
        });
  }

  static Fault cutConnections() {
    return Fault.of(
        "PostgreSQL's connections cut",
        HURT,
        (cluster, random, ground) -> {
          int times = random.nextInt(2, 6);
          for (int i = 0; i < times; i++) {
            cluster.database().cutConnections();
            ground.hold(random, A_MOMENT);
          }
        });
  }

  /** A transaction of somebody else that touches a few patients and does not end. */
  static Fault rowsHeld(ServiceName service, String table) {
    return Fault.of(
        "rows of " + table + " held by a long transaction",
        HURT,
        (cluster, random, ground) ->
            holding(
                cluster,
                service,
                "select from %s order by random() limit 20 for update".formatted(table),
                ground.paced(A_WHILE, NOTICED)));
  }

  /** As a careless migration would do it. */
  static Fault outboxHeld() {
    return Fault.of(
        "outbox held by a long transaction",
        HURT,
        (cluster, random, ground) ->
            holding(
                cluster,
                ServiceFaults.anyService(random),
                "lock table outbox in access exclusive mode",
                ground.paced(A_WHILE, NOTICED)));
  }

  private static void holding(Cluster cluster, ServiceName service, String lock, Duration howLong)
      throws SQLException, InterruptedException {
    try (Connection connection = cluster.connect(service)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local lock_timeout = '30s'");
        statement.execute(lock);
        Thread.sleep(howLong);
      } finally {
        connection.rollback();
      }
    }
  }
}

package health.backstep.security.canary.run;

import health.backstep.faults.cluster.Cluster;
import health.backstep.security.authz.run.Reply;
import health.backstep.security.canary.Kind;
import health.backstep.security.canary.Planted;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Pause;
import java.net.HttpURLConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Two patients get the same external id at the same moment, so that it is the database which
 * refuses the second one: it then knows the value and likes to say it.
 */
record NameRace(Cluster cluster, App app, Planted planted) {

  private static final long PATIENCE = Duration.ofMinutes(2).toNanos();
  private static final int LOOK_MILLIS = 50;

  private static final String FIRST =
      """
      insert into patient
      select tenant, gen_random_uuid(), ?, birth_year, time_zone, equipment, minutes_per_session,
        sessions_per_week, version, created_at
      from patient where tenant = ? limit 1
      """;

  private static final String WAITING =
      "select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))";

  void run() {
    String name = planted.plant(Kind.EXTERNAL_ID, "registerPatient, twice at once");
    try (Connection database = cluster.connect(ServiceName.PROFILE)) {
      database.setAutoCommit(false);
      update(database, FIRST, name, Bearer.TENANT);
      FutureTask<Reply> second =
          new FutureTask<>(() -> app.call("registerPatient", Map.of("externalId", name)));
      Thread.ofVirtual().start(second);
      awaitWaiting(database);
      database.commit();
      requireConflict(second.get());
      update(
          database,
          "delete from patient where external_id = ? and tenant = ?",
          name,
          Bearer.TENANT);
      database.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("nobody could be first", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the second one was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void requireConflict(Reply reply) {
    if (reply.status() != HttpURLConnection.HTTP_CONFLICT) {
      throw new IllegalStateException("the second one was answered " + reply.inShort());
    }
  }

  private static void update(Connection database, String sql, String name, String tenant)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.setString(2, tenant);
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("there is no patient to be like");
      }
    }
  }

  /** Until the second one waits for the first. */
  private static void awaitWaiting(Connection database) throws SQLException {
    long begun = System.nanoTime();
    while (!isWaitedFor(database)) {
      if (System.nanoTime() - begun > PATIENCE) {
        throw new IllegalStateException("nobody waited for the first one's name");
      }
      Pause.of(LOOK_MILLIS);
    }
  }

  private static boolean isWaitedFor(Connection database) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(WAITING);
        ResultSet answer = statement.executeQuery()) {
      return answer.next();
    }
  }
}

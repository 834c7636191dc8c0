package health.backstep.stack.seed;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;

import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.Pause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Whether every event of some patients has been sent, and taken in wherever it is listened to. */
record Settled(SeedConnections databases, List<UUID> patients) {

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int LOOK_MILLIS = 100;

  /** Who listens to whom. */
  private record Stream(ServiceName source, ServiceName reader) {}

  private static final List<Stream> STREAMS =
      List.of(
          new Stream(PROFILE, PLAN),
          new Stream(PROFILE, SESSION),
          new Stream(SESSION, PLAN),
          new Stream(SESSION, PROFILE),
          new Stream(PLAN, SESSION));

  private static final String UNSENT =
      "select count(*) from outbox where sent_at is null and record_key = any (?::text[])";
  private static final String DECIDED =
      "select coalesce(sum(last_sequence), 0)::bigint from event_sequence"
          + " where patient_id = any (?::uuid[])";
  private static final String TAKEN_IN =
      "select coalesce(sum(last_sequence), 0)::bigint from inbox_stream"
          + " where patient_id = any (?::uuid[]) and source = '/%s'";

  /**
   * Waits for it.
   *
   * @throws StackFailure when it takes over a minute
   */
  void await() throws SQLException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!isSettled()) {
      if (System.nanoTime() > deadline || !Pause.of(LOOK_MILLIS)) {
        throw new StackFailure(
            "The events of the recorded patients have not come through within a minute. Look at"
                + " the stack with ./backstep doctor.");
      }
    }
  }

  private boolean isSettled() throws SQLException {
    for (ServiceName service : ServiceName.values()) {
      if (count(service, UNSENT) > 0) {
        return false;
      }
    }
    for (Stream stream : STREAMS) {
      String takenIn = TAKEN_IN.formatted(stream.source().processName());
      if (count(stream.reader(), takenIn) < count(stream.source(), DECIDED)) {
        return false;
      }
    }
    return true;
  }

  private long count(ServiceName service, String query) throws SQLException {
    Connection connection = databases.of(service);
    Object[] ids = patients.stream().map(UUID::toString).toArray();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setArray(1, connection.createArrayOf("text", ids));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}

package health.backstep.stack.backup;

import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.operation.Act;
import health.backstep.stack.operation.Entry;
import health.backstep.stack.operation.OperationLog;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.rebuild.Rebuilds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What has to be done to restored databases before a service looks at them: all topics are asked
 * for again, for Kafka comes back empty; changes get new numbers; and each database says what
 * happened to it.
 */
record AfterRestore(PostgresServer server, String backup, String actor) {

  /** The time of the last transaction that was read from the log. */
  private static final String REACHED = "select pg_last_xact_replay_timestamp()";

  private static final String IS_MIGRATED = "select to_regclass('public.rebuild') is not null";

  /**
   * What was found and done.
   *
   * @param reached time of the last transaction that was read from the log; empty when none was
   * @param changesAfter the number after which changes go on; empty when there are no changes yet
   */
  record Settled(Optional<Instant> reached, OptionalLong changesAfter) {}

  Settled settle() {
    try {
      Optional<Instant> reached = reached();
      OptionalLong changes = OptionalLong.empty();
      for (ServiceName service : ServiceName.values()) {
        if (isMigrated(service)) {
          OptionalLong numbers = settle(service, reached);
          changes = numbers.isPresent() ? numbers : changes;
        }
      }
      return new Settled(reached, changes);
    } catch (SQLException e) {
      throw new StackFailure("The restored databases cannot be set right: " + e.getMessage(), e);
    }
  }

  private OptionalLong settle(ServiceName service, Optional<Instant> reached) throws SQLException {
    try (ServiceDatabase database = ServiceDatabase.of(service, connect(service))) {
      OptionalLong numbers =
          database.inTransaction(
              connection -> {
                forgetRebuilds(connection);
                OperationLog.append(
                    connection,
                    service,
                    new Entry(
                        actor, Act.RESTORE, reached.map(at -> "up to " + at).orElse("as it was")),
                    backup);
                return NewNumbers.begin(connection);
              });
      new Rebuilds(database).requestAll(actor);
      return numbers;
    }
  }

  /** One that was under way filled a topic that is no more. */
  private static void forgetRebuilds(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from rebuild where finished_at is null");
    }
  }

  private Optional<Instant> reached() throws SQLException {
    try (Connection connection = connect(ServiceName.PLAN);
        PreparedStatement query = connection.prepareStatement(REACHED);
        ResultSet row = query.executeQuery()) {
      row.next();
      return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
    }
  }

  /** A database of a service that never started has nothing to set right. */
  private boolean isMigrated(ServiceName service) throws SQLException {
    try (Connection connection = connect(service);
        PreparedStatement query = connection.prepareStatement(IS_MIGRATED);
        ResultSet row = query.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  private Connection connect(ServiceName service) throws SQLException {
    return server.connectAsSuperuser(service.database());
  }
}

package health.backstep.stack.backup;

import health.backstep.stack.platform.StackFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL is told while its files are copied. A slot that goes with the connection keeps
 * the log from being removed meanwhile.
 */
final class BackupSession {

  /**
   * The cluster.
   *
   * @param segmentBytes of each file of its log
   * @param archived whether it archives its log
   */
  record Facts(
      String systemId, long segmentBytes, String version, boolean archived, String folder) {}

  /**
   * What there is when all is copied.
   *
   * @param label belongs into the copy and makes a server that finds it recover
   * @param through what was committed before is in it
   * @param segments of the log that belong to it
   */
  record Ended(String label, Instant through, List<String> segments) {}

  private static final String FACTS =
      """
      select (select system_identifier::text from pg_control_system()),
        (select setting::bigint from pg_settings where name = 'wal_segment_size'),
        current_setting('server_version'), current_setting('archive_mode') <> 'off',
        current_setting('data_directory')
      """;

  private static final String KEEP_LOG =
      "select pg_create_physical_replication_slot('backstep_backup', true, true)";

  /** Switches to a new file of the log, so that the last one that is needed is whole. */
  private static final String STOP =
      """
      select lsn::text, labelfile, length(coalesce(spcmapfile, '')) > 0
      from pg_backup_stop(wait_for_archive => false)
      """;

  private static final Pattern FIRST_SEGMENT = Pattern.compile("\\(file ([0-9A-F]{24})\\)");
  private static final String TAKEN = "42710";

  private final Connection connection;
  private final Facts facts;

  private BackupSession(Connection connection, Facts facts) {
    this.connection = connection;
    this.facts = facts;
  }

  /** Everything from now on is kept, and all that is copied from now on can be made consistent. */
  static BackupSession begin(Connection connection, String label) throws SQLException {
    BackupSession session = new BackupSession(connection, facts(connection));
    session.keepLog();
    try (PreparedStatement start =
        connection.prepareStatement("select pg_backup_start(?, fast => true)")) {
      start.setString(1, label);
      start.execute();
    }
    return session;
  }

  Facts facts() {
    return facts;
  }

  Instant now() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select clock_timestamp()");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  Ended end() throws SQLException {
    Instant through = now();
    try (PreparedStatement stop = connection.prepareStatement(STOP);
        ResultSet row = stop.executeQuery()) {
      row.next();
      if (row.getBoolean(3)) {
        throw new StackFailure("Clusters with tablespaces cannot be backed up by this command.");
      }
      String label = row.getString(2);
      return new Ended(
          label,
          through,
          WalFiles.upTo(firstSegment(label), row.getString(1), facts.segmentBytes()));
    }
  }

  private void keepLog() throws SQLException {
    try (PreparedStatement keep = connection.prepareStatement(KEEP_LOG)) {
      keep.execute();
    } catch (SQLException e) {
      if (TAKEN.equals(e.getSQLState())) {
        throw new StackFailure("Another backup of this cluster is being made. Wait for it.", e);
      }
      throw e;
    }
  }

  private static Facts facts(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FACTS);
        ResultSet row = query.executeQuery()) {
      row.next();
      return new Facts(
          row.getString(1), row.getLong(2), row.getString(3), row.getBoolean(4), row.getString(5));
    }
  }

  private static String firstSegment(String label) {
    Matcher found = FIRST_SEGMENT.matcher(label);
    if (!found.find()) {
      throw new IllegalStateException("PostgreSQL's backup label names no file of the log");
    }
    return found.group(1);
  }
}

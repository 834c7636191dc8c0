package health.backstep.stack.doctor.database;

import health.backstep.stack.doctor.ClockDifference;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The version of PostgreSQL and its clock. */
record ServerFacts(Setting setting) {

  private static final int BUILT_FOR = 18;
  private static final String PART = "postgres";

  List<Finding> of(Connection connection) throws SQLException {
    return List.of(version(connection), clock(connection));
  }

  private Finding version(Connection connection) throws SQLException {
    Subject subject = new Subject("versions", PART, setting.place().logs(PART));
    int major = connection.getMetaData().getDatabaseMajorVersion();
    String words = "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
    if (major == BUILT_FOR) {
      return subject.ok(words);
    }
    String tried = "%s; Backstep is built and tried with %d".formatted(words, BUILT_FOR);
    return major < BUILT_FOR
        ? subject.wrong(
            tried, "pg_upgrade to %d, or restore a backup into one".formatted(BUILT_FOR))
        : subject.warning(tried, "./backstep test on that version before you rely on it");
  }

  private Finding clock(Connection connection) throws SQLException {
    Subject subject = new Subject("clock", PART, setting.place().logs(PART));
    try (Statement statement = connection.createStatement()) {
      Instant before = setting.clock().instant();
      try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
        row.next();
        Instant theirs = row.getObject(1, OffsetDateTime.class).toInstant();
        return new ClockDifference(subject, setting.limits().clock())
            .of(before, theirs, setting.clock().instant());
      }
    }
  }
}

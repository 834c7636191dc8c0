package health.backstep.stack.doctor.database;

import health.backstep.stack.operation.ServiceDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Flyway has written down in a service's database, by the numbers of the migrations.
 *
 * @param failed that it has begun and not ended
 */
record AppliedMigrations(Set<String> done, Set<String> failed) {

  private static final String HISTORY =
      """
      select version, success from flyway_schema_history
      where version is not null and type <> 'DELETE'
      """;

  AppliedMigrations {
    done = Set.copyOf(done);
    failed = Set.copyOf(failed);
  }

  static AppliedMigrations in(ServiceDatabase database) {
    return database.inTransaction(AppliedMigrations::read);
  }

  private static AppliedMigrations read(Connection connection) throws SQLException {
    Set<String> done = new TreeSet<>();
    Set<String> failed = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HISTORY)) {
      while (row.next()) {
        (row.getBoolean("success") ? done : failed)
            .add(PackagedMigrations.number(row.getString("version")));
      }
    }
    return new AppliedMigrations(done, failed);
  }
}

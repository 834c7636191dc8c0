package health.backstep.security.canary.run;

import health.backstep.faults.cluster.Cluster;
import health.backstep.stack.platform.ServiceName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.postgresql.PGConnection;

/** The databases as a superuser dumps them: every row of every table, and what is being run. */
record Dump(Cluster cluster) {

  private static final String TABLES =
      """
      select quote_ident(schemaname) || '.' || quote_ident(tablename), tablename from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1
      """;

  /**
   * Tells the name of each table, such as {@code profile.patient}, and its rows as COPY has them.
   */
  void read(BiConsumer<String, byte[]> each) {
    for (ServiceName service : ServiceName.values()) {
      try (Connection database = cluster.connect(service)) {
        for (List<String> table : rows(database, TABLES)) {
          each.accept(
              service.database() + "." + table.get(1), copy(database, "table " + table.get(0)));
        }
        each.accept(
            service.database() + ".pg_stat_activity",
            copy(database, "select * from pg_stat_activity where pid <> pg_backend_pid()"));
      } catch (SQLException | IOException e) {
        throw new IllegalStateException("a database cannot be dumped", e);
      }
    }
  }

  /** All patients of the run's tenant. */
  List<String> patients() {
    return column(
        ServiceName.PROFILE,
        "select id, tenant from patient where tenant = '" + Bearer.TENANT + "' order by id");
  }

  long deadLetters() {
    long count = 0;
    for (ServiceName service : ServiceName.values()) {
      count += column(service, "select id, tenant from dead_letter").size();
    }
    return count;
  }

  private List<String> column(ServiceName service, String query) {
    try (Connection database = cluster.connect(service)) {
      return rows(database, query).stream().map(List::getFirst).toList();
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  private static List<List<String>> rows(Connection database, String query) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      while (answer.next()) {
        rows.add(List.of(answer.getString(1), answer.getString(2)));
      }
    }
    return rows;
  }

  private static byte[] copy(Connection database, String query) throws SQLException, IOException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    database
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("copy (" + query + ") to stdout", rows);
    return rows.toByteArray();
  }
}

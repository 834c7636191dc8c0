package health.backstep.security.fuzz.run;

import health.backstep.faults.cluster.Cluster;
import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** All that is stored about some patients, but for the inbox's own notes. */
final class Bystanders {

  private static final String TABLES =
      """
      select table_name from information_schema.columns
      where table_schema = 'public' and column_name = 'patient_id'
        and table_name not like 'inbox\\_%' and table_name not like 'webhook\\_%'
      order by 1
      """;

  private Bystanders() {}

  /** A number for what each table holds of them. */
  static Map<String, String> rows(Cluster cluster, List<String> patients) {
    UUID[] ids = patients.stream().map(UUID::fromString).toArray(UUID[]::new);
    Map<String, String> rows = new TreeMap<>();
    for (ServiceName service : ServiceName.values()) {
      try (Connection database = cluster.connect(service)) {
        for (String table : tables(database)) {
          rows.put(service.database() + "." + table, rows(database, table, ids));
        }
      } catch (SQLException e) {
        throw new IllegalStateException(service.processName() + "'s database cannot be read", e);
      }
    }
    return rows;
  }

  private static List<String> tables(Connection database) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (PreparedStatement query = database.prepareStatement(TABLES);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  private static String rows(Connection database, String table, UUID[] ids) throws SQLException {
    String sql =
        """
        select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
        from %s t where patient_id = any(?)
        """
            .formatted(table);
    try (PreparedStatement query = database.prepareStatement(sql)) {
      query.setArray(1, database.createArrayOf("uuid", ids));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}

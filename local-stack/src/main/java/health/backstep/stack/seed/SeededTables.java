package health.backstep.stack.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the tables of a database that have rows of patients, so that a new one is not forgotten.
 * Left out are those that a copy cannot have: the audit log, each line of which holds the hash of
 * the line before, and what was sent to a partner's webhooks.
 */
final class SeededTables {

  private static final String TABLES =
      """
      select c.table_name, c.column_name
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and t.table_type = 'BASE TABLE'
        and (c.column_name = 'patient_id'
          or (c.table_name, c.column_name) in (('patient', 'id'), ('outbox', 'record_key')))
        and c.table_name not in
          ('audit_line', 'audit_unlinked', 'webhook_delivery', 'erased_patient', 'erasure')
      order by 1
      """;

  /** Numbers that the database gives are given anew. */
  private static final String COLUMNS =
      """
      select column_name, data_type from information_schema.columns
      where table_schema = 'public' and table_name = ? and is_identity = 'NO' and is_generated = 'NEVER'
      order by ordinal_position
      """;

  private SeededTables() {}

  static List<SeededTable> of(Connection connection) throws SQLException {
    List<SeededTable> tables = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(TABLES);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String name = row.getString(1);
        tables.add(new SeededTable(name, row.getString(2), columns(connection, name)));
      }
    }
    return tables;
  }

  private static List<Column> columns(Connection connection, String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          columns.add(new Column(row.getString(1), row.getString(2)));
        }
      }
    }
    return columns;
  }
}

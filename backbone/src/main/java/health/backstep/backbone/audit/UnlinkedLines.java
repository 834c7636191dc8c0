package health.backstep.backbone.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stored lines that are not linked yet. */
final class UnlinkedLines {

  private static final String ADD =
      "insert into audit_unlinked (%s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          .formatted(LineColumns.NAMES);

  private static final String ANY = "select exists (select from audit_unlinked)";

  private static final String TAKE =
      """
      delete from audit_unlinked
      where (chain, position) in (
        select chain, position from audit_unlinked order by position limit ?)
      returning position, %s
      """
          .formatted(LineColumns.NAMES);

  private UnlinkedLines() {}

  /** In the running transaction. */
  static void add(Connection connection, NewLine line) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      LineColumns.set(insert, line);
      insert.executeUpdate();
    }
  }

  static boolean areThere(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ANY);
        ResultSet row = query.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Takes out whatever is seen, and not what comes behind a number: that may commit late. */
  static List<NewLine> take(Connection connection, int most) throws SQLException {
    SortedMap<Long, NewLine> taken = new TreeMap<>();
    try (PreparedStatement delete = connection.prepareStatement(TAKE)) {
      delete.setInt(1, most);
      try (ResultSet rows = delete.executeQuery()) {
        while (rows.next()) {
          taken.put(rows.getLong("position"), LineColumns.read(rows));
        }
      }
    }
    return new ArrayList<>(taken.values());
  }
}

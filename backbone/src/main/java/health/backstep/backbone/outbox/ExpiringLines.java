package health.backstep.backbone.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of the audit log, which go from the old end of their chain. The database does it: it
 * remembers the last one that went, so that the chain stays verifiable, and refuses the young ones.
 */
final class ExpiringLines {

  static final String TABLE = "audit_line";

  private static final String CHAINS = "select chain from audit_head order by chain";
  private static final String REMOVE = "select remove_audit_lines(?, ?, ?)";

  private final Connection connection;

  ExpiringLines(Connection connection) {
    this.connection = connection;
  }

  List<String> chains() throws SQLException {
    List<String> chains = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(CHAINS);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        chains.add(row.getString(1));
      }
    }
    return chains;
  }

  /** Removes a step of what was written before a time; returns how many lines went. */
  int remove(String chain, Instant before, int step) throws SQLException {
    try (PreparedStatement removal = connection.prepareStatement(REMOVE)) {
      removal.setString(1, chain);
      removal.setObject(2, before.atOffset(ZoneOffset.UTC));
      removal.setInt(3, step);
      try (ResultSet removed = removal.executeQuery()) {
        removed.next();
        return removed.getInt(1);
      }
    }
  }
}

package health.backstep.plan.change.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** All tenants' feeds, seen with the role that looks after all of them. */
@ApplicationScoped
class FeedOverview {

  /**
   * What is there now.
   *
   * @param last the last number given in each tenant's feed
   * @param unnumbered tenants with changes that have no number yet
   */
  record Seen(Map<String, Long> last, Set<String> unnumbered) {}

  private static final String LAST = "select tenant, last_number from change_feed";
  private static final String UNNUMBERED =
      "select distinct tenant from change where number is null";

  Seen look(Connection connection) throws SQLException {
    Map<String, Long> last = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(LAST);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        last.put(rows.getString(1), rows.getLong(2));
      }
    }
    Set<String> unnumbered = new HashSet<>();
    try (PreparedStatement query = connection.prepareStatement(UNNUMBERED);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        unnumbered.add(rows.getString(1));
      }
    }
    return new Seen(last, unnumbered);
  }
}

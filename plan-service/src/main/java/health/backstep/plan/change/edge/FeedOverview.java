package health.backstep.plan.change.edge;

import health.backstep.backbone.outbox.RelayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/** All tenants' feeds, seen with the role that looks after all of them. One thread uses it. */
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

  private final RelayConfig database;

  FeedOverview(RelayConfig database) {
    this.database = database;
  }

  Connection connect() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.databaseUrl());
    source.setUser(database.username());
    source.setPassword(database.password());
    source.setApplicationName("change-watch");
    source.setTcpKeepAlive(true);
    source.setConnectTimeout(5);
    source.setSocketTimeout(10);
    source.setLogServerErrorDetail(false);
    return source.getConnection();
  }

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

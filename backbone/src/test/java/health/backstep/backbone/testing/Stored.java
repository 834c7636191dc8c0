package health.backstep.backbone.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What really lies in the service's database, seen past the wall between tenants. */
public final class Stored {

  private static final String TABLES =
      """
      select table_name from information_schema.columns
      where table_schema = 'public' and column_name = 'tenant' order by table_name
      """;

  private static final String NUMBERS = "change_feed";

  private static final int ANSWERS_WITHIN_SECONDS = 5;

  private static @Nullable Connection held;

  private Stored() {}

  /** The tables that belong to tenants. */
  public static List<String> tables() {
    return column(TABLES);
  }

  /**
   * A print of each table's rows of a tenant: equal prints mean that nothing was added, changed or
   * deleted. Whether an event was sent and a change numbered is left out, because that happens by
   * itself.
   */
  public static Map<String, String> of(String tenant) {
    return connected(connection -> prints(connection, tenant));
  }

  private static Map<String, String> prints(Connection connection, String tenant)
      throws SQLException {
    Map<String, String> prints = new TreeMap<>();
    for (String table : column(connection, TABLES)) {
      if (table.equals(NUMBERS)) {
        continue;
      }
      String print =
          """
          select count(*) || ' ' || coalesce(md5(string_agg(r, ',' order by r)), '')
          from (select (to_jsonb(t) - 'sent_at' - 'number')::text as r from %s t where tenant = ?) rows
          """
              .formatted(table);
      prints.put(table, column(connection, print, tenant).getFirst());
    }
    return prints;
  }

  /** Ids of the tenant's events, published or about to be. */
  public static Set<UUID> events(String tenant, String topic) {
    Set<UUID> ids = new HashSet<>();
    column("select event_id::text from outbox where tenant = ? and topic = ?", tenant, topic)
        .forEach(id -> ids.add(UUID.fromString(id)));
    return ids;
  }

  /** The first column of a query's rows. */
  public static List<String> column(String sql, Object... values) {
    return connected(connection -> column(connection, sql, values));
  }

  /** The first column of a query's rows, as this connection's role sees them. */
  public static List<String> column(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }

  private interface Query<T> {
    T on(Connection connection) throws SQLException;
  }

  /** A login takes longer than most questions, so one connection serves them all. */
  private static synchronized <T> T connected(Query<T> query) {
    try {
      if (held == null || !held.isValid(ANSWERS_WITHIN_SECONDS)) {
        held = StackResource.behindTheWall();
      }
      return query.on(held);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes the database itself, as no role of the service could. */
  public static void alter(String sql) {
    connected(
        connection -> {
          try (PreparedStatement change = connection.prepareStatement(sql)) {
            return change.execute();
          }
        });
  }
}

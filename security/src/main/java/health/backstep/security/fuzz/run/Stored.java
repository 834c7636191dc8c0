package health.backstep.security.fuzz.run;

import health.backstep.faults.cluster.Cluster;
import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What all tables of the three databases hold, past all walls. */
final class Stored {

  private static final String TABLES =
      """
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
      order by 1
      """;

  private static final String ALL = "t::text";

  /**
   * What goes on by itself: the attempts to deliver to receivers that do not answer, and the
   * removal of what deleted webhooks leave. Of these tables counts which rows there are. Nothing
   * counts of the audit log, which has a line for every call, refused ones above all; {@link
   * AuditChains} looks after it. Nor does that a service was at work a minute ago.
   */
  private static final Map<String, String> WHAT_COUNTS =
      Map.of(
          "webhook_endpoint", "case when t.deleted_at is null then t::text else '' end",
          "webhook_delivery", ofKeptOnes("t.id::text"),
          "webhook_replay", ofKeptOnes("t.id::text"),
          "webhook_secret", ofKeptOnes("t.id::text"),
          "webhook_progress", ofKeptOnes("t.endpoint_id::text"),
          "webhook_attempt", "''",
          "audit_unlinked", "''",
          "audit_line", "''",
          "audit_head", "''",
          "presence", "''");

  private interface OfTable {
    void look(String service, String table, Statement statement) throws SQLException;
  }

  private final Cluster cluster;

  Stored(Cluster cluster) {
    this.cluster = cluster;
  }

  /** A number for the contents of each table. */
  Map<String, String> digests() {
    Map<String, String> digests = new TreeMap<>();
    forEach(
        (service, table, statement) -> {
          String row = WHAT_COUNTS.getOrDefault(table, ALL);
          String sql =
              """
              select count(*) || ' ' || coalesce(sum(hashtextextended(counts, 0)::numeric), 0)
              from (select %s as counts from %s t) rows where counts <> ''
              """
                  .formatted(row, table);
          try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            digests.put(service + "." + table, result.getString(1));
          }
        });
    return digests;
  }

  /** All marks of that form that stand in any row, each with the tables that have it. */
  Map<String, Set<String>> marks(Pattern form) {
    Map<String, Set<String>> found = new TreeMap<>();
    forEach(
        (service, table, statement) -> {
          String sql = "select t::text from %s t where t::text ~ '%s'".formatted(table, form);
          try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
              form.matcher(row.getString(1))
                  .results()
                  .forEach(
                      mark ->
                          found
                              .computeIfAbsent(mark.group(), _ -> new TreeSet<>())
                              .add(service + "." + table));
            }
          }
        });
    return found;
  }

  private static String ofKeptOnes(String row) {
    return """
        case when exists (
          select from webhook_endpoint e
          where e.tenant = t.tenant and e.id = t.endpoint_id and e.deleted_at is null)
        then %s else '' end"""
        .formatted(row);
  }

  private void forEach(OfTable work) {
    for (ServiceName service : ServiceName.values()) {
      try (Connection database = cluster.connect(service);
          Statement statement = database.createStatement()) {
        for (String table : tables(statement)) {
          work.look(service.database(), table, statement);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(service.database() + " cannot be read", e);
      }
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }
}

package health.backstep.stack.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;

/**
 * Lets the numbers of plan-service's changes go on far above all that were ever given. Partners saw
 * changes that are no more, and their numbers must not come again with another content. What was
 * numbered before counts as no longer kept: whoever comes with a cursor from before is told so, and
 * reads the plans anew.
 */
final class NewNumbers {

  private static final String HAS_FEED = "select to_regclass('public.change_feed') is not null";

  /**
   * The time in milliseconds. A feed stays below it as long as a tenant has fewer than a thousand
   * changes a second in the long run, however often and from whatever backup it was restored.
   */
  private static final String BEGIN =
      """
      select greatest(coalesce(max(last_number), 0), (extract(epoch from clock_timestamp()) * 1000)::bigint)
      from change_feed
      """;

  private NewNumbers() {}

  /** The number after which they go on; empty for a database that has no changes. */
  static OptionalLong begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!hasFeed(statement)) {
        return OptionalLong.empty();
      }
      long last = number(statement);
      statement.executeUpdate("delete from change where number is not null");
      statement.executeUpdate(
          "update change_feed set last_number = %1$d, removed_up_to = %1$d".formatted(last));
      statement.execute(
          """
          alter table change_feed
            alter column last_number set default %1$d, alter column removed_up_to set default %1$d
          """
              .formatted(last));
      return OptionalLong.of(last);
    }
  }

  private static boolean hasFeed(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(HAS_FEED)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static long number(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(BEGIN)) {
      row.next();
      return row.getLong(1);
    }
  }
}

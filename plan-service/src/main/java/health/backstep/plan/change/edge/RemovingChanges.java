package health.backstep.plan.change.edge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes changes past their time, always from the old end of a feed, so that what is kept has no
 * gap. Works with the role that looks after all tenants.
 */
final class RemovingChanges {

  private static final String TENANTS =
      "select tenant from change_feed where removed_up_to < last_number order by tenant";

  /** Up to before the first one that is not past its time, and not more than a step. */
  private static final String REMOVE =
      """
      with step as (
        select c.number, c.recorded_at from change c join change_feed f using (tenant)
        where tenant = ? and c.number > f.removed_up_to order by c.number limit ?),
      reach as (
        select coalesce(
                 (select min(number) - 1 from step where recorded_at >= ?),
                 (select max(number) from step)) as up_to),
      removed as (
        delete from change using reach where tenant = ? and number <= reach.up_to returning 1)
      update change_feed set removed_up_to = reach.up_to from reach
      where tenant = ? and reach.up_to > removed_up_to
      returning (select count(*) from removed)
      """;

  private final Connection connection;

  RemovingChanges(Connection connection) {
    this.connection = connection;
  }

  /** Tenants of whom changes are kept. */
  List<String> tenants() throws SQLException {
    List<String> tenants = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(TENANTS);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        tenants.add(rows.getString(1));
      }
    }
    return tenants;
  }

  /** Removes a step of what was recorded before a time; returns how many changes went. */
  int remove(String tenant, Instant before, int step) throws SQLException {
    try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
      remove.setString(1, tenant);
      remove.setInt(2, step);
      remove.setObject(3, before.atOffset(ZoneOffset.UTC));
      remove.setString(4, tenant);
      remove.setString(5, tenant);
      try (ResultSet removed = remove.executeQuery()) {
        return removed.next() ? removed.getInt(1) : 0;
      }
    }
  }
}

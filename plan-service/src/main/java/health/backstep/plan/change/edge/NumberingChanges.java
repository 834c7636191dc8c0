package health.backstep.plan.change.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Gives numbers to changes that have committed, one giver at a time for each tenant. Numbers are
 * seen by others only once the giver's transaction has committed, and go back with it.
 */
@ApplicationScoped
class NumberingChanges {

  /** Given at once; whatever is left has its turn with the next reader or look. */
  private static final int MOST = 1000;

  private static final String UNNUMBERED =
      "select exists (select from change where tenant = ? and number is null)";

  private static final String BEGIN =
      "insert into change_feed (tenant) values (?) on conflict do nothing";

  private static final String LOCK =
      "select last_number from change_feed where tenant = ? for update";

  /** A statement of its own after the lock, so that it sees what the giver before has given. */
  private static final String GIVE =
      """
      with free as materialized (
        select id from change where tenant = ? and number is null order by id limit %d for update),
      given as (select id, ? + row_number() over (order by id) as number from free),
      numbered as (
        update change set number = given.number from given
        where change.tenant = ? and change.id = given.id
        returning 1)
      update change_feed set last_number = last_number + (select count(*) from numbered)
      where tenant = ?
      """
          .formatted(MOST);

  /** Numbers what has none yet, in the tenant's transaction that the connection is in. */
  void number(Connection connection, String tenant) throws SQLException {
    if (!exists(connection, tenant)) {
      return;
    }
    try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
      begin.setString(1, tenant);
      begin.executeUpdate();
    }
    long last = lock(connection, tenant);
    try (PreparedStatement give = connection.prepareStatement(GIVE)) {
      give.setString(1, tenant);
      give.setLong(2, last);
      give.setString(3, tenant);
      give.setString(4, tenant);
      give.executeUpdate();
    }
  }

  private static boolean exists(Connection connection, String tenant) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(UNNUMBERED)) {
      query.setString(1, tenant);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static long lock(Connection connection, String tenant) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setString(1, tenant);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}

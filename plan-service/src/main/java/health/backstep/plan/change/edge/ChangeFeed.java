package health.backstep.plan.change.edge;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.plan.change.Change;
import health.backstep.plan.change.ChangeType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A tenant's changes in the order of their numbers. All methods work in the running transaction of
 * that tenant, and should be the first thing in it: while new changes are given their numbers,
 * others who do the same wait for the end of this transaction.
 */
@ApplicationScoped
public class ChangeFeed {

  /**
   * How far a feed reaches.
   *
   * @param last the last number that was given; 0 before the first change
   * @param removed the last number that is gone because of its age; 0 when everything is there
   */
  public record Extent(long last, long removed) {
    static final Extent NOTHING = new Extent(0, 0);
  }

  /** What was found after a number, and how far the feed reached at that moment. */
  public record Piece(List<Change> changes, Extent extent) {}

  private static final String EXTENT =
      "select last_number, removed_up_to from change_feed where tenant = ?";

  /** One statement sees one moment: nothing is removed between the page and the extent. */
  private static final String PIECE =
      """
      select f.last_number, f.removed_up_to, c.*
      from change_feed f left join lateral (
        select id, number, type, patient_id, plan_version, due_id, event_id, occurred_at
        from change
        where tenant = ? and number > ? and type = any(?)
        order by number
        limit ?) c on true
      where f.tenant = ?
      order by c.number
      """;

  private final DataSource dataSource;
  private final NumberingChanges numbering;

  ChangeFeed(DataSource dataSource, NumberingChanges numbering) {
    this.dataSource = dataSource;
    this.numbering = numbering;
  }

  /** The oldest changes after a number, of all types; 0 begins at the oldest there is. */
  public Piece after(String tenant, long number, int limit) {
    return piece(tenant, number, limit, Set.of(ChangeType.values()));
  }

  /** The oldest changes of those types after a number, and how far the feed reached then. */
  Piece piece(String tenant, long number, int limit, Set<ChangeType> types) {
    try (Connection connection = dataSource.getConnection()) {
      numbering.number(connection, tenant);
      try (PreparedStatement query = connection.prepareStatement(PIECE)) {
        query.setString(1, tenant);
        query.setLong(2, number);
        query.setArray(
            3, connection.createArrayOf("text", types.stream().map(ChangeType::word).toArray()));
        query.setInt(4, limit);
        query.setString(5, tenant);
        return read(query);
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /** How far the feed reaches now, with everything numbered that has committed. */
  public Extent extent(String tenant) {
    try (Connection connection = dataSource.getConnection()) {
      numbering.number(connection, tenant);
      try (PreparedStatement query = connection.prepareStatement(EXTENT)) {
        query.setString(1, tenant);
        try (ResultSet row = query.executeQuery()) {
          return row.next() ? new Extent(row.getLong(1), row.getLong(2)) : Extent.NOTHING;
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static Piece read(PreparedStatement query) throws SQLException {
    List<Change> changes = new ArrayList<>();
    Extent extent = Extent.NOTHING;
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        extent = new Extent(rows.getLong("last_number"), rows.getLong("removed_up_to"));
        if (rows.getObject("id") != null) {
          changes.add(change(rows));
        }
      }
    }
    return new Piece(changes, extent);
  }

  private static Change change(ResultSet rows) throws SQLException {
    return new Change(
        rows.getObject("id", UUID.class),
        rows.getLong("number"),
        ChangeType.of(rows.getString("type")).orElseThrow(),
        rows.getObject("patient_id", UUID.class),
        rows.getObject("plan_version", Integer.class),
        rows.getObject("due_id", UUID.class),
        rows.getObject("event_id", UUID.class),
        rows.getObject("occurred_at", OffsetDateTime.class).toInstant());
  }
}

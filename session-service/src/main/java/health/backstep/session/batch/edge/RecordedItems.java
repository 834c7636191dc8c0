package health.backstep.session.batch.edge;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The items of batches that the running tenant's apps have had recorded, for as long as the records
 * are there. Only what was recorded is remembered: an item that was refused can be mended.
 */
@ApplicationScoped
class RecordedItems {

  /** What an item was answered. */
  record Recorded(int status, @Nullable String location, String result) {}

  private final DataSource dataSource;

  RecordedItems(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * What was answered to this item before; empty when it is new and now taken. A racing repetition
   * waits for the first.
   *
   * @throws ProblemException 422 when the id stands for another record
   */
  Optional<Recorded> takeOrFind(BatchItem item, byte[] fingerprint) {
    try (Connection connection = dataSource.getConnection()) {
      return take(connection, item, fingerprint)
          ? Optional.empty()
          : Optional.of(find(connection, item.id(), fingerprint));
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  void store(UUID id, Recorded recorded) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                update batch_item set status = ?, location = ?, result = ?
                where tenant = ? and id = ?
                """)) {
      update.setInt(1, recorded.status());
      update.setString(2, recorded.location());
      update.setString(3, recorded.result());
      update.setString(4, TenantTransaction.current().name());
      update.setObject(5, id);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /** The session that an item of the patient was recorded as. */
  Optional<UUID> session(UUID patientId, UUID item) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select (result::jsonb ->> 'sessionId')::uuid as session from batch_item
                where tenant = ? and id = ? and patient_id = ?
                """)) {
      query.setString(1, TenantTransaction.current().name());
      query.setObject(2, item);
      query.setObject(3, patientId);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.ofNullable(row.getObject("session", UUID.class))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static boolean take(Connection connection, BatchItem item, byte[] fingerprint)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into batch_item (tenant, id, patient_id, fingerprint) values (?, ?, ?, ?)
            on conflict do nothing
            """)) {
      insert.setString(1, TenantTransaction.current().name());
      insert.setObject(2, item.id());
      insert.setObject(3, item.patientId());
      insert.setBytes(4, fingerprint);
      return insert.executeUpdate() == 1;
    }
  }

  private static Recorded find(Connection connection, UUID id, byte[] fingerprint)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select fingerprint, status, location, result from batch_item
            where tenant = ? and id = ?
            """)) {
      query.setString(1, TenantTransaction.current().name());
      query.setObject(2, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        if (!Arrays.equals(fingerprint, row.getBytes("fingerprint"))) {
          throw new ProblemException(
              422,
              "IDEMPOTENCY_KEY_REUSED",
              "This item id stands for another record; give each record an id of its own.",
              List.of());
        }
        return new Recorded(
            row.getInt("status"), row.getString("location"), row.getString("result"));
      }
    }
  }
}

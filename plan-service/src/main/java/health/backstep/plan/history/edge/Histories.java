package health.backstep.plan.history.edge;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.FoldedEvent;
import health.backstep.plan.history.wire.PlanEventReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/**
 * The folded events of the running tenant's patients, over a hundred a year. They are no entities:
 * Hibernate would look through all of them for changes before each of its statements.
 */
@ApplicationScoped
public class Histories {

  private static final String READ =
      """
      select event_id, type, occurred_at, payload, ruleset_version from history_event
      where tenant = ? and patient_id = ? order by ordinal
      """;

  private static final String IS_KNOWN =
      "select from history_event where tenant = ? and patient_id = ? limit 1";

  private final DataSource dataSource;

  Histories(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * All of a patient's events, in the order of folding, each with the rule set it is folded under.
   */
  public List<FoldedEvent> of(UUID patientId) {
    List<FoldedEvent> events = new ArrayList<>();
    each(patientId, (event, payload) -> events.add(event));
    return events;
  }

  /** Whether anything was folded for the patient. */
  public boolean isKnown(UUID patientId) {
    boolean[] known = {false};
    query(IS_KNOWN, patientId, row -> known[0] = true);
    return known[0];
  }

  /** Goes through a patient's events in the order of folding, each with its payload. */
  public void each(UUID patientId, BiConsumer<FoldedEvent, byte[]> reader) {
    query(READ, patientId, row -> read(row, reader));
  }

  private static void read(ResultSet row, BiConsumer<FoldedEvent, byte[]> reader)
      throws SQLException {
    Cause cause =
        new Cause(
            row.getObject(1, UUID.class),
            row.getString(2),
            row.getObject(3, OffsetDateTime.class).toInstant());
    byte[] payload = row.getString(4).getBytes(StandardCharsets.UTF_8);
    reader.accept(new FoldedEvent(PlanEventReader.read(cause, payload), row.getString(5)), payload);
  }

  /** Something that is done with each row. */
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void query(String sql, UUID patientId, RowReader reader) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, TenantTransaction.current().name());
      query.setObject(2, patientId);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}

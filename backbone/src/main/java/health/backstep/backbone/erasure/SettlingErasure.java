package health.backstep.backbone.erasure;

import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.TraceParent;
import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Brings an erasure to its end. What was decided before it is sent first, so that no consumer sees
 * a gap; then nothing of it is left in the outbox either, and only then the patient counts as
 * erased here.
 */
@ApplicationScoped
class SettlingErasure {

  /** Letters whose tenant could not be believed belong to nobody. */
  private static final Tenant NOBODY = new Tenant("unknown");

  private static final String OPEN =
      """
      select erasure_id, event_id, correlation_id, erased_at, removed_rows from erased_patient
      where tenant = ? and patient_id = ? and settled_at is null for update skip locked
      """;

  private static final String LEFT_TO_SEND =
      """
      select from outbox
      where tenant = ? and record_key = ? and event_id <> ? and sent_at is null limit 1
      """;

  private static final String FORGET_SENT =
      "delete from outbox where tenant = ? and record_key = ? and event_id <> ?";

  /** Lines of the audit log in one transaction: a patient may have any number of them. */
  private static final int STEP = 5_000;

  private static final String LETTERS = "select erase_letters(?)";

  /** Lines of calls from before may have been on their way to the audit log until now. */
  private static final String NOBODY_LINKS = "select pg_advisory_xact_lock_shared(audit_lock())";

  private static final String FORGET_IN_AUDIT = "select forget_in_audit(?, %d)".formatted(STEP);
  private static final String PASS = "select set_config('backstep.erasing', ?, true)";
  private static final String STOP_COUNTING =
      "delete from event_sequence where tenant = ? and patient_id = ?";
  private static final String SETTLED =
      """
      update erased_patient set settled_at = clock_timestamp()
      where tenant = ? and patient_id = ?
      """;

  private record Open(UUID eventId, PartErased part, Cause cause) {}

  private final TenantTransaction transaction;
  private final DataSource dataSource;
  private final ErasureSteps steps;

  SettlingErasure(TenantTransaction transaction, DataSource dataSource, ErasureSteps steps) {
    this.transaction = transaction;
    this.dataSource = dataSource;
    this.steps = steps;
  }

  /** Settles it if everything has been sent; another instance's turn is left to that. */
  void settle(Tenant tenant, UUID patientId) {
    transaction.run(NOBODY, () -> run(connection -> execute(connection, LETTERS, patientId)));
    forgetInAudit(tenant, patientId);
    transaction.run(
        tenant,
        () ->
            run(
                connection -> {
                  Optional<Open> open = open(connection, tenant, patientId);
                  if (open.isPresent()
                      && !isLeftToSend(connection, tenant, patientId, open.get().eventId())) {
                    settle(connection, tenant, patientId, open.get());
                  }
                }));
  }

  private void forgetInAudit(Tenant tenant, UUID patientId) {
    AtomicLong forgotten = new AtomicLong();
    do {
      transaction.run(
          tenant, () -> run(connection -> forgotten.set(forgetInAudit(connection, patientId))));
    } while (forgotten.get() >= STEP);
  }

  private static long forgetInAudit(Connection connection, UUID patientId) throws SQLException {
    try (PreparedStatement forget = connection.prepareStatement(FORGET_IN_AUDIT)) {
      forget.setObject(1, patientId);
      try (ResultSet row = forget.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void settle(Connection connection, Tenant tenant, UUID patientId, Open open)
      throws SQLException {
    String name = tenant.name();
    execute(connection, FORGET_SENT, name, patientId.toString(), open.eventId());
    execute(connection, NOBODY_LINKS);
    boolean more = true;
    while (more) {
      more = forgetInAudit(connection, patientId) >= STEP;
    }
    execute(connection, PASS, patientId.toString());
    steps.erased(new ErasedHere(patientId, open.part(), open.cause()));
    execute(connection, STOP_COUNTING, name, patientId);
    execute(connection, SETTLED, name, patientId);
  }

  private static Optional<Open> open(Connection connection, Tenant tenant, UUID patientId)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(OPEN)) {
      query.setString(1, tenant.name());
      query.setObject(2, patientId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(open(row)) : Optional.empty();
      }
    }
  }

  private static Open open(ResultSet row) throws SQLException {
    UUID eventId = row.getObject("event_id", UUID.class);
    return new Open(
        eventId,
        new PartErased(
            row.getObject("erasure_id", UUID.class),
            row.getObject("erased_at", OffsetDateTime.class).toInstant(),
            row.getLong("removed_rows")),
        new Cause(
            eventId,
            row.getObject("correlation_id", UUID.class),
            TraceParent.current().orElse(null)));
  }

  private static boolean isLeftToSend(
      Connection connection, Tenant tenant, UUID patientId, UUID eventId) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LEFT_TO_SEND)) {
      query.setString(1, tenant.name());
      query.setString(2, patientId.toString());
      query.setObject(3, eventId);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  @FunctionalInterface
  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private void run(Work work) {
    try (Connection connection = dataSource.getConnection()) {
      work.on(connection);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}

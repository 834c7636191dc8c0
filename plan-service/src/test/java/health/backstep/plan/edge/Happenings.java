package health.backstep.plan.edge;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.StackResource;
import health.backstep.plan.change.ChangeType;
import health.backstep.plan.change.edge.NewChange;
import health.backstep.plan.change.edge.RecordingChanges;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Changes as the service writes them, without all that leads to them. */
@ApplicationScoped
public class Happenings {

  private final TenantTransaction transaction;
  private final RecordingChanges recording;

  Happenings(TenantTransaction transaction, RecordingChanges recording) {
    this.transaction = transaction;
    this.recording = recording;
  }

  /** A plan changed; the event's id tells it from others. */
  public UUID happen(Partner partner) {
    return happen(partner, () -> {});
  }

  /** A plan changes in a transaction that goes on until the rest of it is done. */
  public UUID happen(Partner partner, Runnable rest) {
    UUID event = UUID.randomUUID();
    transaction.run(
        new Tenant(partner.tenant()),
        () -> {
          recording.record(change(event));
          rest.run();
        });
    return event;
  }

  /** Many at once, as another instance would write them: nobody here is told. */
  public static void elsewhere(Partner partner, int changes) {
    try (Connection connection = StackResource.behindTheWall();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into change (tenant, id, type, patient_id, plan_version, event_id, occurred_at)
                select ?, uuidv7(), 'plan.changed', gen_random_uuid(), 1, gen_random_uuid(), now()
                from generate_series(1, ?)
                """)) {
      insert.setString(1, partner.tenant());
      insert.setInt(2, changes);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NewChange change(UUID event) {
    return new NewChange(
        ChangeType.PLAN_CHANGED,
        UUID.randomUUID(),
        1,
        null,
        event,
        Instant.parse("2026-11-20T10:00:00Z"));
  }
}

package health.backstep.profile.clearance.edge;

import health.backstep.backbone.event.Cause;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.profile.ProfileTopic;
import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.wire.ClearanceChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The clearance on record, and the only way to change it: with its event. */
@ApplicationScoped
public class Clearances {

  private final ClearanceRows rows;
  private final Outbox outbox;

  Clearances(ClearanceRows rows, Outbox outbox) {
    this.rows = rows;
    this.outbox = outbox;
  }

  public Optional<Clearance> find(UUID patientId) {
    return rows.findByIdOptional(patientId).map(ClearanceRow::toClearance);
  }

  /** The version of what is on record, 0 for nothing. */
  long version(UUID patientId) {
    return rows.findByIdOptional(patientId).map(ClearanceRow::shownVersion).orElse(0L);
  }

  /** Records a clearance or its withdrawal, and tells the other services. */
  public void record(UUID patientId, Clearance clearance, Cause cause) {
    ClearanceRow row = rows.findByIdOptional(patientId).orElseGet(ClearanceRow::new);
    row.set(clearance);
    if (row.patientId == null) {
      row.patientId = patientId;
      rows.persist(row);
    }
    rows.flush();
    outbox.publish(
        ProfileTopic.EVENTS,
        ClearanceChanged.TYPE,
        patientId,
        cause,
        ClearanceChanged.of(patientId, clearance));
  }
}

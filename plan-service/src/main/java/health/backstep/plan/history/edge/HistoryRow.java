package health.backstep.plan.history.edge;

import health.backstep.plan.history.Cause;
import health.backstep.plan.history.FoldedEvent;
import health.backstep.plan.history.wire.PlanEventReader;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One folded event as stored. */
@Entity
@Table(name = "history_event")
@IdClass(HistoryRow.Key.class)
class HistoryRow {

  record Key(UUID patientId, int ordinal) {}

  @TenantId String tenant;
  @Id UUID patientId;
  @Id int ordinal;
  UUID eventId;
  String type;
  Instant occurredAt;
  String payload;

  /** The rule set that was current when the event was first folded. */
  String rulesetVersion;

  FoldedEvent toEvent() {
    return new FoldedEvent(
        PlanEventReader.read(
            new Cause(eventId, type, occurredAt), payload.getBytes(StandardCharsets.UTF_8)),
        rulesetVersion);
  }
}

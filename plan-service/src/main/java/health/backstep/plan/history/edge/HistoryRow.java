package health.backstep.plan.history.edge;

import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent;
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

  PlanEvent toEvent() {
    return PlanEventReader.read(
        new Cause(eventId, type, occurredAt), payload.getBytes(StandardCharsets.UTF_8));
  }
}

package health.backstep.plan.due.edge;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.inbox.PuttingOff;
import health.backstep.plan.due.wire.DueEventReader;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.wire.PlanTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes in check-ins: they change no plan, but answer what was due. */
@ApplicationScoped
public class CheckInHandler implements PuttingOff {

  private final FoldingDue folding;

  CheckInHandler(FoldingDue folding) {
    this.folding = folding;
  }

  @Override
  public String topic() {
    return "pt.session.events.v1";
  }

  @Override
  public Set<String> types() {
    return Set.of(DueEventReader.CHECK_IN);
  }

  @Override
  public void handle(EventEnvelope event) {
    Cause cause = new Cause(event.id(), event.type(), PlanTime.asStored(event.time()));
    folding.fold(event.patientId(), cause, event.data(), Optional.empty());
  }

  @Override
  public void expect(List<EventEnvelope> events) {
    folding.expect(events.stream().map(EventEnvelope::patientId).toList());
  }

  @Override
  public void finish() {
    folding.finish();
  }
}

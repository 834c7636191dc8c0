package health.backstep.plan.course.edge;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.inbox.PuttingOff;
import health.backstep.plan.history.wire.PlanEventReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Folds what session-service tells into the plans. */
@ApplicationScoped
public class SessionEventsHandler implements PuttingOff {

  private final FoldingPlans folding;

  SessionEventsHandler(FoldingPlans folding) {
    this.folding = folding;
  }

  @Override
  public String topic() {
    return "pt.session.events.v1";
  }

  @Override
  public Set<String> types() {
    return PlanEventReader.sessionTypes();
  }

  @Override
  public void handle(EventEnvelope event) {
    folding.fold(event);
  }

  @Override
  public void expect(List<EventEnvelope> events) {
    folding.expect(events);
  }

  @Override
  public void finish() {
    folding.finish();
  }
}

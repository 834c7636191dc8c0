package health.backstep.plan.course.edge;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.inbox.EventHandler;
import health.backstep.plan.history.wire.PlanEventReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Folds what session-service tells into the plans. */
@ApplicationScoped
public class SessionEventsHandler implements EventHandler {

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
}

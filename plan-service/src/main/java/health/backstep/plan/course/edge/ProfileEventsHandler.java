package health.backstep.plan.course.edge;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.inbox.PuttingOff;
import health.backstep.plan.history.wire.PlanEventReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Folds what profile-service tells into the plans. */
@ApplicationScoped
public class ProfileEventsHandler implements PuttingOff {

  private final FoldingPlans folding;

  ProfileEventsHandler(FoldingPlans folding) {
    this.folding = folding;
  }

  @Override
  public String topic() {
    return "pt.profile.events.v1";
  }

  @Override
  public Set<String> types() {
    return PlanEventReader.profileTypes();
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

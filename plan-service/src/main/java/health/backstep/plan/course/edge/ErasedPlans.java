package health.backstep.plan.course.edge;

import health.backstep.backbone.erasure.ErasedHere;
import health.backstep.backbone.erasure.ErasureSteps;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.plan.PlanTopic;
import health.backstep.plan.change.edge.BlankingChanges;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What an erasure takes besides the rows: the changes' numbers, remembered states, the topics. */
@ApplicationScoped
class ErasedPlans implements ErasureSteps {

  static final String TYPE = "pt.plan.patient-erased.v1";

  private final BlankingChanges changes;
  private final FoldedStates states;
  private final Outbox outbox;

  ErasedPlans(BlankingChanges changes, FoldedStates states, Outbox outbox) {
    this.changes = changes;
    this.states = states;
    this.outbox = outbox;
  }

  @Override
  public void beforeErasing(UUID patientId) {
    changes.blank(patientId);
  }

  @Override
  public void erased(ErasedHere erased) {
    outbox.publish(PlanTopic.EVENTS, TYPE, erased.patientId(), erased.cause(), erased.part());
    outbox.publishState(
        PlanTopic.STATE, PlanSnapshot.STATE_TYPE, erased.patientId(), erased.cause(), null);
  }

  @Override
  public void forget(UUID patientId) {
    states.forget(patientId);
  }
}

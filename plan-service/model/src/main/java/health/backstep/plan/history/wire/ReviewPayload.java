package health.backstep.plan.history.wire;

import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.ReviewDecided;
import health.backstep.plan.history.PlanEvent.ReviewDecision;

/** A clinician's review as stored in the history. */
public record ReviewPayload(ReviewDecision decision, String by, String words) {

  public PlanEvent toEvent(Cause cause) {
    return new ReviewDecided(cause, decision, by, words);
  }
}

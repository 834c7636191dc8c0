package health.backstep.plan.review;

import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.history.PlanEvent.ReviewDecided;
import health.backstep.plan.regression.Restoring;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.List;
import java.util.Optional;

/** What a clinician's review does (RV-1): it may end what the rules themselves must not. */
public final class Reviewing {

  private final Restoring restoring;
  private final Rule rule;

  public Reviewing(Restoring restoring, RuleSet rules) {
    this.restoring = restoring;
    this.rule = rules.rule("RV-1");
  }

  public Change onReview(PlanState state, ReviewDecided review) {
    String words = review.by() + ": " + review.words();
    return switch (review.decision()) {
      case HOLD ->
          change(
              state.with(state.training().inReview(true)),
              Decision.by(rule, Effect.PLAN_HELD_FOR_REVIEW).saying(words));
      case RESUME -> change(resumed(state), Decision.by(rule, Effect.PLAN_RESUMED).saying(words));
    };
  }

  private PlanState resumed(PlanState state) {
    PlanState free = state.with(state.training().inReview(false).rescreen(false));
    return free.training()
        .regression()
        .map(stepBack -> restoring.restored(free, stepBack))
        .orElse(free);
  }

  private static Change change(PlanState state, Decision decision) {
    return new Change(
        state, VersionKind.GENERATED, List.of(decision), Optional.empty(), false, true);
  }
}

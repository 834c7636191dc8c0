package health.backstep.plan.review;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.history.PlanEvent.Edit;
import health.backstep.plan.history.PlanEvent.ReviewDecided;
import health.backstep.plan.regression.Restoring;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import health.backstep.wire.Fault;
import java.util.List;

/** What a clinician's review does (RV-1): it may end what the rules themselves must not. */
public final class Reviewing {

  private final Catalogue catalogue;
  private final RoutineBuilder builder;
  private final Restoring restoring;
  private final Rule rule;

  public Reviewing(
      Catalogue catalogue, RoutineBuilder builder, Restoring restoring, RuleSet rules) {
    this.catalogue = catalogue;
    this.builder = builder;
    this.restoring = restoring;
    this.rule = rules.rule("RV-1");
  }

  public Change onReview(PlanState state, ReviewDecided review) {
    String words = review.by() + ": " + review.words();
    return switch (review.decision()) {
      case HOLD ->
          Change.told(
              state.with(state.training().inReview(true)),
              List.of(Decision.by(rule, Effect.PLAN_HELD_FOR_REVIEW).saying(words)));
      case RESUME -> {
        Change resumed = resumed(free(state));
        yield Change.told(resumed.state(), resumed.decisions())
            .after(Decision.by(rule, Effect.PLAN_RESUMED).saying(words));
      }
      case EDIT -> {
        Editing edited = editing(free(state), review.edits());
        if (!edited.faults().isEmpty()) {
          yield Change.none(state);
        }
        yield Change.told(
                edited.state().with(edited.state().training().notRegressed().keepingNothing()),
                edited.decisions())
            .after(Decision.by(rule, Effect.PLAN_RESUMED).saying(words));
      }
    };
  }

  /** What of these edits the plan cannot take; empty when it can take them all. */
  public List<Fault> faults(PlanState state, List<Edit> edits) {
    return editing(free(state), edits).faults();
  }

  private Editing editing(PlanState state, List<Edit> edits) {
    return new Editing(catalogue, builder, rule, state).make(edits);
  }

  private Change resumed(PlanState free) {
    return free.training()
        .regression()
        .map(stepBack -> restoring.restored(free, stepBack))
        .orElse(Change.none(free));
  }

  private static PlanState free(PlanState state) {
    return state.with(state.training().inReview(false).rescreen(false));
  }
}

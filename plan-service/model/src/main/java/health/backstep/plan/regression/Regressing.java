package health.backstep.plan.regression;

import health.backstep.plan.course.Change;
import health.backstep.plan.course.Learned;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.Policy;
import health.backstep.plan.course.Regression;
import health.backstep.plan.course.StepDown;
import health.backstep.plan.course.StepDown.Extent;
import health.backstep.plan.course.Training;
import health.backstep.plan.course.Usual;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.history.PlanEvent.Episode;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.Severity;
import health.backstep.rules.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a flare does to a plan: RG-MILD, RG-MODERATE, RG-SEVERE, RG-DIR, RG-REPEAT, RG-CAP and
 * RG-STALE.
 */
public final class Regressing {

  private final SteppingBack stepping;
  private final RuleSet rules;
  private final Recurrence recurrence;

  public Regressing(SteppingBack stepping, RuleSet rules) {
    this.stepping = stepping;
    this.rules = rules;
    this.recurrence = new Recurrence(rules);
  }

  /**
   * A flare that opened or got worse steps the plan back; a report that only goes on changes
   * nothing, unless pain now moves down the leg (RG-DIR comes before FL-EPISODE: the careful one).
   */
  public Change onFlare(PlanState state, FlareReported flare) {
    if (flare.episode() == Episode.CONTINUED) {
      return state.isAssessed() ? directionOut(state, flare) : Change.none(state);
    }
    PlanState counted =
        flare.episode() == Episode.OPENED ? state.with(state.training().flared(flare.at())) : state;
    return counted.isAssessed() ? stepBack(counted, flare) : Change.none(counted);
  }

  private Change directionOut(PlanState state, FlareReported flare) {
    Learned learned = state.learned().forbidding(stepping.directionsToExclude(flare));
    if (learned.equals(state.learned())) {
      return Change.none(state);
    }
    StepDown.OfFlare down = new StepDown.OfFlare(flare, false, Extent.NO_FURTHER);
    StepBack step = stepping.next(state, down);
    Training training = state.training().routine(step.routine());
    return Change.told(
        state
            .with(learned)
            .with(
                training
                    .regression()
                    .map(running -> training.regression(running.escalated(down)))
                    .orElseGet(() -> training.alsoKeeping(regression(state, down)))),
        step.decisions());
  }

  /** The step back stays when its flare has been open for too long by then (RG-REPEAT). */
  public Optional<Change> onTime(PlanState state, Instant at) {
    return state
        .training()
        .regression()
        .filter(regression -> !regression.stays() && regression.isOfFlare())
        .filter(regression -> recurrence.isLong(regression, at))
        .map(regression -> Change.review(staying(state, regression), keptForReview()));
  }

  private Change stepBack(PlanState state, FlareReported flare) {
    boolean cap = recurrence.isCapped(state.training(), flare.at());
    boolean repeat = recurrence.isRepeated(state.training(), flare.at());
    StepDown.OfFlare down = stepDown(state, flare, cap || state.training().inReview());

    PlanState safer = state.with(state.learned().forbidding(stepping.directionsToExclude(flare)));
    StepBack step = stepping.next(state, down);
    Regression regression = regression(state, down);
    Training training =
        trained(state.training(), step, flare)
            .regressed(repeat ? regression.staying() : regression)
            .inReview(state.training().inReview() || cap);
    return Change.flare(
        safer.with(training),
        decisions(step, flare, repeat && !cap),
        flare.severity(),
        repeat || state.policy() == Policy.TIME_CONTINGENT);
  }

  private static StepDown.OfFlare stepDown(PlanState state, FlareReported flare, boolean gentlest) {
    boolean late = Lateness.isLate(state, flare);
    if (gentlest) {
      return new StepDown.OfFlare(flare, late, Extent.GENTLEST);
    }
    boolean asFar = late && Lateness.hasSteppedBackAsFar(state, flare);
    return new StepDown.OfFlare(flare, late, asFar ? Extent.NO_FURTHER : Extent.BY_SEVERITY);
  }

  /** What comes back later is the plan before the first step back, however many follow. */
  private static Regression regression(PlanState state, StepDown.OfFlare down) {
    Training training = state.training();
    if (training.regression().isEmpty()) {
      return Regression.from(
          new Usual(training.routine(), training.sessionsPerWeek(), state.learned()), down);
    }
    Regression running = training.regression().get();
    return down.flare().episode() == Episode.OPENED
        ? running.takenOver(down)
        : running.escalated(down);
  }

  private static Training trained(Training training, StepBack step, FlareReported flare) {
    Training lowered =
        training
            .routine(step.routine())
            .sessionsPerWeek(step.sessions(training.sessionsPerWeek()))
            .rescreen(training.rescreen() || flare.severity() == Severity.SEVERE);
    return step.rest().isZero() ? lowered : lowered.restingUntil(flare.at().plus(step.rest()));
  }

  private List<Decision> decisions(StepBack step, FlareReported flare, boolean repeat) {
    List<Decision> decisions = new ArrayList<>(step.decisions());
    if (repeat) {
      decisions.addAll(keptForReview());
    }
    if (flare.severity() == Severity.SEVERE) {
      decisions.add(Decision.by(rules.rule("RF-RESCREEN"), Effect.SAFETY_QUESTIONS_ASKED));
    }
    return decisions;
  }

  private List<Decision> keptForReview() {
    return List.of(
        Decision.by(rules.rule("RG-REPEAT"), Effect.LEVEL_KEPT),
        Decision.by(rules.rule("RG-REPEAT"), Effect.REVIEW_ASKED));
  }

  private static PlanState staying(PlanState state, Regression regression) {
    return state.with(state.training().regression(regression.staying()));
  }
}

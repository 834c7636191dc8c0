package health.backstep.plan.regression;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.Policy;
import health.backstep.plan.course.Regression;
import health.backstep.plan.course.Training;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.history.PlanEvent.Episode;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.Severity;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a flare does to a plan: RG-MILD, RG-MODERATE, RG-SEVERE, RG-DIR, RG-REPEAT, RG-CAP and
 * RG-STALE.
 */
public final class Regressing {

  private final Catalogue catalogue;
  private final RoutineBuilder builder;
  private final RuleSet rules;
  private final BySeverity bySeverity;
  private final Recurrence recurrence;

  public Regressing(Catalogue catalogue, RoutineBuilder builder, RuleSet rules) {
    this.catalogue = catalogue;
    this.builder = builder;
    this.rules = rules;
    this.bySeverity = new BySeverity(rules);
    this.recurrence = new Recurrence(rules);
  }

  /**
   * A flare that opened or got worse steps the plan back; a report that only goes on changes
   * nothing, unless it shows that the flare stays too long.
   */
  public Change onFlare(PlanState state, FlareReported flare) {
    if (flare.episode() == Episode.CONTINUED) {
      return Change.none(state);
    }
    PlanState counted =
        flare.episode() == Episode.OPENED ? state.with(state.training().flared(flare.at())) : state;
    return counted.isAssessed() ? stepBack(counted, flare) : Change.none(counted);
  }

  /** The step back stays when its flare has been open for too long by then (RG-REPEAT). */
  public Optional<Change> onTime(PlanState state, Instant at) {
    return state
        .training()
        .regression()
        .filter(regression -> !regression.stays() && recurrence.isLong(regression, at))
        .map(regression -> Change.review(staying(state, regression), keptForReview()));
  }

  private Change stepBack(PlanState state, FlareReported flare) {
    Set<Direction> directions = directionsToExclude(flare);
    PlanState safer = state.with(state.learned().forbidding(directions));
    boolean cap = recurrence.isCapped(state.training(), flare.at());
    boolean repeat = recurrence.isRepeated(state.training(), flare.at());

    StepBack step = lower(safer, flare, directions, cap || state.training().inReview());
    Training training = trained(safer.training(), step, flare, repeat, cap);
    boolean tellsClinician = repeat || state.policy() == Policy.TIME_CONTINGENT;
    return Change.flare(
        safer.with(training),
        decisions(step, flare, repeat && !cap),
        flare.severity(),
        tellsClinician);
  }

  private StepBack lower(
      PlanState state, FlareReported flare, Set<Direction> directions, boolean gentlest) {
    Lowering lowering = new Lowering(builder, state.needs());
    StepBack step = StepBack.none(state.training().routine());
    if (!directions.isEmpty()) {
      step =
          lowering
              .withoutDirections(step, directions, rules.rule("RG-DIR"))
              .also(Decision.by(rules.rule("RG-DIR"), Effect.DIRECTION_EXCLUDED));
    }
    if (gentlest) {
      return lowering.gentleOnly(step, rules.rule("RG-CAP"));
    }
    if (!Lateness.isLate(state, flare)) {
      return bySeverity.stepBack(step, lowering, state.policy(), flare);
    }
    StepBack late = step.also(Decision.by(rules.rule("RG-STALE"), Effect.NOTED));
    return Lateness.hasSteppedBackAsFar(state, flare)
        ? late
        : bySeverity.stepBack(late, lowering, state.policy(), flare);
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

  private static Training trained(
      Training training, StepBack step, FlareReported flare, boolean repeat, boolean cap) {
    boolean severe = flare.severity() == Severity.SEVERE;
    Training lowered =
        training
            .routine(step.routine())
            .sessionsPerWeek(Math.max(1, training.sessionsPerWeek() - step.sessionsFewer()))
            .regressed(regression(training, flare, repeat))
            .inReview(training.inReview() || cap)
            .rescreen(training.rescreen() || severe);
    return step.rest().isZero() ? lowered : lowered.restingUntil(flare.at().plus(step.rest()));
  }

  /** What comes back later is the plan before the first step back, however many follow. */
  private static Regression regression(Training training, FlareReported flare, boolean stays) {
    Regression regression =
        training
            .regression()
            .map(running -> running.escalated(flare.severity(), flare.provoking()))
            .map(
                running ->
                    flare.episode() == Episode.OPENED
                        ? running.takenOverBy(flare.flareId(), flare.at())
                        : running)
            .orElseGet(
                () ->
                    new Regression(
                        flare.flareId(),
                        flare.severity(),
                        flare.at(),
                        training.routine(),
                        training.sessionsPerWeek(),
                        Set.copyOf(flare.provoking()),
                        false));
    return stays ? regression.staying() : regression;
  }

  private static PlanState staying(PlanState state, Regression regression) {
    return state.with(state.training().regression(regression.staying()));
  }

  private Set<Direction> directionsToExclude(FlareReported flare) {
    if (!flare.radiating()) {
      return Set.of();
    }
    return flare.provoking().stream()
        .flatMap(id -> catalogue.find(id).stream())
        .map(Exercise::direction)
        .filter(direction -> direction != Direction.NEUTRAL)
        .collect(Collectors.toSet());
  }
}

package health.backstep.plan.regression;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.course.Change;
import health.backstep.plan.course.Learned;
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
import java.time.Duration;
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

  public Regressing(Catalogue catalogue, RoutineBuilder builder, RuleSet rules) {
    this.catalogue = catalogue;
    this.builder = builder;
    this.rules = rules;
    this.bySeverity = new BySeverity(rules);
  }

  /**
   * A flare that opened or got worse steps the plan back; a report that only goes on changes
   * nothing.
   */
  public Change onFlare(PlanState state, FlareReported flare) {
    if (flare.episode() == Episode.CONTINUED) {
      return Change.none(state);
    }
    PlanState counted =
        flare.episode() == Episode.OPENED ? state.with(state.training().flared(flare.at())) : state;
    return counted.isAssessed() ? stepBack(counted, flare) : Change.none(counted);
  }

  private Change stepBack(PlanState state, FlareReported flare) {
    Set<Direction> directions = directionsToExclude(flare);
    Learned learned = state.learned().forbidding(directions);
    PlanState safer = state.with(learned);
    Lowering lowering = new Lowering(builder, safer.needs());

    StepBack step =
        lowering.withoutDirections(
            StepBack.none(state.training().routine()), directions, rules.rule("RG-DIR"));
    if (!directions.isEmpty()) {
      step = step.also(Decision.by(rules.rule("RG-DIR"), Effect.DIRECTION_EXCLUDED));
    }
    int flares = flaresLately(state.training(), flare.at());
    boolean cap = flares >= rules.rule("RG-CAP").threshold("flares");
    boolean repeat = flares >= rules.rule("RG-REPEAT").threshold("flares");
    step =
        cap || state.training().inReview()
            ? lowering.gentleOnly(step, rules.rule("RG-CAP"))
            : lower(step, lowering, state, flare);

    List<Decision> decisions = new ArrayList<>(step.decisions());
    if (repeat && !cap) {
      decisions.add(Decision.by(rules.rule("RG-REPEAT"), Effect.LEVEL_KEPT));
      decisions.add(Decision.by(rules.rule("RG-REPEAT"), Effect.REVIEW_ASKED));
    }
    boolean severe = flare.severity() == Severity.SEVERE;
    if (severe) {
      decisions.add(Decision.by(rules.rule("RF-RESCREEN"), Effect.SAFETY_QUESTIONS_ASKED));
    }
    Training training = train(safer.training(), step, regression(state.training(), flare, repeat));
    training = training.inReview(training.inReview() || cap);
    training = training.rescreen(training.rescreen() || severe);
    training = rest(training, step, flare.at());
    boolean tellsClinician = repeat || state.policy() == Policy.TIME_CONTINGENT;
    return Change.flare(safer.with(training), decisions, flare.severity(), tellsClinician);
  }

  private StepBack lower(StepBack step, Lowering lowering, PlanState state, FlareReported flare) {
    if (isStale(state, flare)) {
      StepBack late = step.also(Decision.by(rules.rule("RG-STALE"), Effect.NOTED));
      return hasSteppedBackAsFar(state, flare)
          ? late
          : bySeverity.stepBack(late, lowering, state.policy(), flare);
    }
    return bySeverity.stepBack(step, lowering, state.policy(), flare);
  }

  private static Training train(Training training, StepBack step, Regression regression) {
    return training
        .routine(step.routine())
        .sessionsPerWeek(Math.max(1, training.sessionsPerWeek() - step.sessionsFewer()))
        .regressed(regression);
  }

  private static Training rest(Training training, StepBack step, Instant at) {
    return step.rest().isZero() ? training : training.restUntil(at.plus(step.rest()));
  }

  /** What comes back later is the plan before the first step back, however many follow. */
  private static Regression regression(Training training, FlareReported flare, boolean stays) {
    Optional<Regression> running = training.regression();
    if (running.isPresent()) {
      Regression worse = running.get().escalated(flare.severity(), flare.provoking());
      return new Regression(
          flare.flareId(),
          worse.severity(),
          worse.before(),
          worse.sessionsBefore(),
          worse.provoking(),
          worse.stays() || stays);
    }
    return new Regression(
        flare.flareId(),
        flare.severity(),
        training.routine(),
        training.sessionsPerWeek(),
        Set.copyOf(flare.provoking()),
        stays);
  }

  private Set<Direction> directionsToExclude(FlareReported flare) {
    if (!flare.radiating()) {
      return Set.of();
    }
    return flare.provoking().stream()
        .flatMap(id -> catalogue.find(id).stream())
        .map(exercise -> exercise.direction())
        .filter(direction -> direction != Direction.NEUTRAL)
        .collect(Collectors.toSet());
  }

  private int flaresLately(Training training, Instant at) {
    Instant since = at.minus(Duration.ofDays(rules.rule("RG-CAP").threshold("days")));
    return (int) training.flares().stream().filter(f -> f.isAfter(since) && !f.isAfter(at)).count();
  }

  private static boolean isStale(PlanState state, FlareReported flare) {
    return flare.planVersion().isPresent()
        && state.current().isPresent()
        && flare.planVersion().get() < state.current().get().number();
  }

  private static boolean hasSteppedBackAsFar(PlanState state, FlareReported flare) {
    return state
        .training()
        .regression()
        .map(running -> running.severity().compareTo(flare.severity()) >= 0)
        .orElse(false);
  }
}

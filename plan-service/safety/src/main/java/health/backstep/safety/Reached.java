package health.backstep.safety;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.course.Policy;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.gate.Status;
import health.backstep.plan.history.PlanEvent.ClearanceLapsed;
import health.backstep.plan.history.PlanEvent.Episode;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.ReviewDecided;
import health.backstep.plan.routine.AgeBand;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Stage;
import health.backstep.safety.run.RunStep;
import java.util.Locale;
import java.util.stream.Stream;

/** What histories are meant to reach; a property that nothing reaches proves nothing. */
public enum Reached {
  PLANS_SHOWN,
  WITHHELD,
  SUSPENDED,
  RESUMED,
  CLEARANCES_LAPSED,
  FLARES_OPENED,
  FLARES_ESCALATED,
  FLARES_CONTINUED,
  LATE_FLARES,
  TIME_CONTINGENT_FLARES,
  SWAPPED,
  DIRECTIONS_EXCLUDED,
  REPEATED,
  CAPPED,
  RESTORED,
  LEVEL_KEPT,
  REVIEWED,
  PROGRESSED,
  HIGHEST_LEVELS,
  BUILD_WITH_LOADING,
  CONTESTED_EXERCISES,
  DOSES_RAISED,
  RAISED_FOR_SPARE,
  SPARED_FOR_SORENESS,
  EDITED,
  OTHER_DIRECTIONS,
  UNDER_20,
  OVER_50,
  OVER_65,
  AGE_UNKNOWN,
  FEARFUL;

  boolean by(RunStep step) {
    return switch (this) {
      case PLANS_SHOWN -> step.version().isPresent() && step.shown().isPresent();
      case WITHHELD -> made(step, Status.WITHHELD);
      case SUSPENDED -> made(step, Status.SUSPENDED);
      case RESUMED -> did(step, Effect.PLAN_RESUMED);
      case CLEARANCES_LAPSED -> step.event() instanceof ClearanceLapsed;
      case FLARES_OPENED -> flared(step, Episode.OPENED);
      case FLARES_ESCALATED -> flared(step, Episode.ESCALATED);
      case FLARES_CONTINUED -> flared(step, Episode.CONTINUED);
      case LATE_FLARES -> by(step, "RG-STALE");
      case TIME_CONTINGENT_FLARES ->
          step.version()
              .filter(plan -> plan.severity().isPresent())
              .filter(plan -> plan.policy() == Policy.TIME_CONTINGENT)
              .isPresent();
      case SWAPPED -> did(step, Effect.EXERCISE_SWAPPED);
      case DIRECTIONS_EXCLUDED -> did(step, Effect.DIRECTION_EXCLUDED);
      case REPEATED -> by(step, "RG-REPEAT") && did(step, Effect.REVIEW_ASKED);
      case CAPPED -> made(step, Status.IN_REVIEW) && step.event() instanceof FlareReported;
      case RESTORED -> isKind(step, VersionKind.RESTORED);
      case LEVEL_KEPT -> did(step, Effect.LEVEL_KEPT) && !flared(step, Episode.OPENED);
      case DOSES_RAISED -> did(step, Effect.DOSE_RAISED);
      case RAISED_FOR_SPARE -> by(step, "PR-2");
      case SPARED_FOR_SORENESS -> by(step, "SO-3");
      case EDITED -> step.event() instanceof ReviewDecided it && !it.edits().isEmpty();
      case OTHER_DIRECTIONS -> items(step).anyMatch(item -> isOther(item, step));
      case UNDER_20 -> isShownTo(step, AgeBand.UNDER_20);
      case OVER_50 -> isShownTo(step, AgeBand.OVER_50);
      case OVER_65 -> isShownTo(step, AgeBand.OVER_65);
      case AGE_UNKNOWN -> isShownTo(step, AgeBand.UNKNOWN);
      case FEARFUL -> by(step, "PL-FEAR");
      case REVIEWED -> step.event() instanceof ReviewDecided;
      case PROGRESSED -> isKind(step, VersionKind.PROGRESSED);
      case HIGHEST_LEVELS -> items(step).anyMatch(Reached::isAtTop);
      case BUILD_WITH_LOADING ->
          step.version()
                  .filter(plan -> plan.stage() == Stage.BUILD && plan.status() == Status.ACTIVE)
                  .isPresent()
              && step.after().needs().loading();
      case CONTESTED_EXERCISES -> items(step).anyMatch(item -> item.exercise().isContested());
    };
  }

  /** In words. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static boolean made(RunStep step, Status status) {
    return step.version().filter(plan -> plan.status() == status).isPresent();
  }

  private static boolean isKind(RunStep step, VersionKind kind) {
    return step.version().filter(plan -> plan.kind() == kind).isPresent();
  }

  private static boolean did(RunStep step, Effect effect) {
    return step.version().stream()
        .flatMap(plan -> plan.decisions().stream())
        .anyMatch(decision -> decision.effect() == effect);
  }

  private static boolean by(RunStep step, String rule) {
    return step.version().stream()
        .flatMap(plan -> plan.decisions().stream())
        .anyMatch(decision -> decision.rule().equals(rule));
  }

  private static boolean flared(RunStep step, Episode episode) {
    return step.event() instanceof FlareReported flare && flare.episode() == episode;
  }

  private static Stream<Item> items(RunStep step) {
    return step.version().stream().flatMap(plan -> plan.routine().items().stream());
  }

  private static boolean isOther(Item item, RunStep step) {
    Bias bias = step.after().needs().bias();
    Direction direction = item.exercise().direction();
    return direction != Direction.NEUTRAL && bias != Bias.NONE && !bias.prefers(direction);
  }

  private static boolean isShownTo(RunStep step, AgeBand age) {
    return step.version().isPresent()
        && step.shown().isPresent()
        && step.after().needs().ageBand() == age;
  }

  private static boolean isAtTop(Item item) {
    return item.exercise().kind().isProgressive()
        && item.exercise().highestLevel() > 2
        && item.level() == item.exercise().highestLevel();
  }
}

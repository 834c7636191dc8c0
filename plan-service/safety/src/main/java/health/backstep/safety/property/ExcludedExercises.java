package health.backstep.safety.property;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Impact;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.catalogue.Stance;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Stage;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.RunStep;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Property 1: PL-AVOID, PL-DIR, DP-1, RG-DIR, PL-STAGE, CL-2, PL-EQUIP and RG-REPEAT. */
final class ExcludedExercises implements Steps.Judge {

  private final Circumstance known;
  private final StepBackWatch watch;
  private final int controlMaxLevel;
  private final Duration oneDirection;
  private final Set<String> hurtAgain = new HashSet<>();

  ExcludedExercises(Ground ground) {
    this.known = new Circumstance(ground.catalogue());
    this.watch = new StepBackWatch(ground);
    this.controlMaxLevel = ground.threshold("PL-STAGE", "controlMaxLevel");
    this.oneDirection = Duration.ofDays(ground.threshold("PL-DIR", "days"));
  }

  @Override
  public boolean concerns(RunStep step) {
    return step.shown().isPresent();
  }

  @Override
  public Optional<String> fault(RunStep step) {
    known.learn(step.event());
    watch.see(step);
    if (watch.settles(step) && watch.isRepeated()) {
      watch.provoking().stream()
          .filter(id -> !step.after().training().routine().has(id))
          .forEach(hurtAgain::add);
    }
    if (step.shown().isEmpty()) {
      return Optional.empty();
    }
    PlanVersion plan = step.shown().get();
    for (Item item : plan.routine().items()) {
      String why = reason(item, plan.cause().occurredAt());
      if (why != null) {
        return Optional.of(item.exerciseId() + " at level " + item.level() + " is in it, " + why);
      }
    }
    return Optional.empty();
  }

  private String reason(Item item, Instant at) {
    Exercise exercise = item.exercise();
    if (hurtAgain.contains(exercise.id())) {
      return "although it hurt again and again (RG-REPEAT)";
    }
    String equipment = equipment(exercise);
    String stances = stances(exercise);
    String stage = stage(item);
    String direction = direction(item, at);
    return equipment != null
        ? equipment
        : stances != null ? stances : stage != null ? stage : direction;
  }

  private String equipment(Exercise exercise) {
    return exercise.equipment().stream().allMatch(known::has)
        ? null
        : "although the patient does not have " + exercise.equipment() + " (PL-EQUIP)";
  }

  private String stances(Exercise exercise) {
    boolean avoided = says(exercise, Stance.Opinion.AVOID);
    if (exercise.impact() == Impact.HIGH) {
      return "although its impact is high (PL-AVOID)";
    }
    if (avoided && !says(exercise, Stance.Opinion.RECOMMENDED)) {
      return "although sources say to avoid it and none recommends it (PL-AVOID)";
    }
    return avoided && !(known.stage() == Stage.BUILD && known.loading())
        ? "although it is contested and needs the build stage and clearance for loading (PL-AVOID)"
        : null;
  }

  private static boolean says(Exercise exercise, Stance.Opinion opinion) {
    return exercise.stances().stream().anyMatch(stance -> stance.stance() == opinion);
  }

  private String stage(Item item) {
    Kind kind = item.exercise().kind();
    boolean tooMuch =
        switch (known.stage()) {
          case CALM ->
              kind == Kind.STRENGTH
                  || kind == Kind.CARDIO
                  || kind == Kind.STRETCH
                  || item.level() > 1;
          case CONTROL -> item.level() > controlMaxLevel;
          case BUILD -> false;
        };
    return tooMuch ? "although the stage is " + known.stage() + " (PL-STAGE)" : null;
  }

  private String direction(Item item, Instant at) {
    Direction direction = item.exercise().direction();
    if (direction == Direction.NEUTRAL) {
      return null;
    }
    if (known.forbids(direction)) {
      return "although " + direction + " is forbidden (DP-1, RG-DIR)";
    }
    Optional<Direction> preferred = known.preferred();
    if (preferred.isEmpty()) {
      return known.stage() == Stage.CALM ? "although no direction is preferred (DERRY-NONE)" : null;
    }
    boolean early = at.isBefore(known.assessment().assessedAt().plus(oneDirection));
    return preferred.get() == direction || (!early && item.level() == 1)
        ? null
        : "although " + preferred.get() + " is preferred (PL-DIR)";
  }
}

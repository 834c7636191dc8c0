package health.backstep.safety.property;

import health.backstep.plan.catalogue.Demand;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Impact;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.catalogue.Load;
import health.backstep.plan.catalogue.Stance;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.Edit;
import health.backstep.plan.history.PlanEvent.ReviewDecided;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Stage;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.RunStep;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Property 1: PL-AVOID, PL-DIR, PL-STAGE, PL-DOSE, PL-EQUIP, CL-2, DP-1, RG-DIR, RG-REPEAT, RV-1.
 */
final class ExcludedExercises implements Steps.Judge {

  private final Ground ground;
  private final Circumstance known;
  private final Directions directions;
  private final Amounts amounts;
  private final StepBackWatch watch;
  private final int controlMaxLevel;
  private final Set<String> leftOut = new HashSet<>();

  ExcludedExercises(Ground ground) {
    this.ground = ground;
    this.known = new Circumstance(ground.catalogue());
    this.directions = new Directions(known, ground);
    this.amounts = new Amounts(ground);
    this.watch = new StepBackWatch(ground);
    this.controlMaxLevel = ground.threshold("PL-STAGE", "controlMaxLevel");
  }

  @Override
  public boolean concerns(RunStep step) {
    return step.shown().isPresent();
  }

  @Override
  public Optional<String> fault(RunStep step) {
    known.learn(step.event());
    watch.see(step);
    edited(step.event());
    if (watch.settles(step) && watch.isRepeated()) {
      watch.provoking().stream()
          .filter(id -> !step.after().training().routine().has(id))
          .forEach(leftOut::add);
    }
    return step.shown().flatMap(this::fault);
  }

  private void edited(PlanEvent event) {
    if (event instanceof ReviewDecided review) {
      for (Edit edit : review.edits()) {
        switch (edit) {
          case Edit.Remove removed -> leftOut.add(removed.exerciseId());
          case Edit.Add added -> leftOut.remove(added.exerciseId());
          case Edit.SetLevel _ -> {}
        }
      }
    }
  }

  private Optional<String> fault(PlanVersion plan) {
    for (Item item : plan.routine().items()) {
      String why = against(item);
      if (why != null) {
        return Optional.of(item.exerciseId() + " at level " + item.level() + " is in it, " + why);
      }
    }
    return Optional.empty();
  }

  /** By the reviewed catalogue, whatever the item itself says. */
  private @Nullable String against(Item item) {
    Exercise exercise = ground.catalogue().get(item.exerciseId());
    if (leftOut.contains(exercise.id())) {
      return "although it hurt again and again or was taken out (RG-REPEAT, RV-1)";
    }
    if (!exercise.equipment().stream().allMatch(known::has)) {
      return "although the patient does not have " + exercise.equipment() + " (PL-EQUIP)";
    }
    String advised = advised(exercise);
    String stage = advised == null ? stage(exercise, item.level()) : advised;
    String direction = stage == null ? directions.against(exercise, item.level()) : stage;
    if (direction != null) {
      return direction;
    }
    return amounts.isTooMuch(item, exercise, known.patient().ageBand())
        ? "although " + item.dose().amount() + " is more than its level asks for (PL-DOSE)"
        : null;
  }

  private @Nullable String advised(Exercise exercise) {
    boolean avoided = says(exercise, Stance.Opinion.AVOID);
    if (exercise.impact() == Impact.HIGH) {
      return "although its impact is high (PL-AVOID)";
    }
    if (avoided && !says(exercise, Stance.Opinion.RECOMMENDED)) {
      return "although sources say to avoid it and none recommends it (PL-AVOID)";
    }
    if ((avoided || exercise.late()) && known.stage() != Stage.BUILD) {
      return "although it is for the build stage (PL-AVOID, PL-STAGE)";
    }
    return (avoided || exercise.load() == Load.EXTERNAL) && !known.loading()
        ? "although there is no clearance for loading (PL-AVOID)"
        : null;
  }

  private static boolean says(Exercise exercise, Stance.Opinion opinion) {
    return exercise.stances().stream().anyMatch(stance -> stance.stance() == opinion);
  }

  /** Walking may take longer in every stage; that is what it grows by. */
  private @Nullable String stage(Exercise exercise, int level) {
    boolean grows = exercise.kind() == Kind.WALKING;
    boolean tooMuch =
        switch (known.stage()) {
          case CALM -> !isCalm(exercise) || (!grows && level > 1);
          case CONTROL -> !grows && level > controlMaxLevel;
          case BUILD -> false;
        };
    return tooMuch ? "although the stage is " + known.stage() + " (PL-STAGE)" : null;
  }

  private static boolean isCalm(Exercise exercise) {
    return switch (exercise.kind()) {
      case RELIEF, MOBILITY, WALKING -> true;
      case ACTIVATION -> exercise.demand().compareTo(Demand.LIGHT) <= 0;
      case STRENGTH, CARDIO, STRETCH -> false;
    };
  }
}

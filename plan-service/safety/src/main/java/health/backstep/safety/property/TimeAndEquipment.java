package health.backstep.safety.property;

import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Routine;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.RunStep;
import java.util.Optional;

/** Property 5: PL-TIME and PL-EQUIP. */
final class TimeAndEquipment implements Steps.Judge {

  private final Circumstance known;
  private final int sideChange;
  private final int between;

  TimeAndEquipment(Ground ground) {
    this.known = new Circumstance(ground.catalogue());
    this.sideChange = ground.threshold("PL-TIME", "sideChangeSeconds");
    this.between = ground.threshold("PL-TIME", "betweenExercisesSeconds");
  }

  @Override
  public boolean concerns(RunStep step) {
    return step.shown().isPresent();
  }

  @Override
  public Optional<String> fault(RunStep step) {
    known.learn(step.event());
    return step.shown().flatMap(plan -> fault(plan.routine()));
  }

  private Optional<String> fault(Routine routine) {
    int seconds = seconds(routine);
    int limit = known.patient().minutesPerSession() * 60;
    if (seconds > limit) {
      return Optional.of("the routine takes %d of %d seconds".formatted(seconds, limit));
    }
    return routine.items().stream()
        .filter(item -> !item.exercise().equipment().stream().allMatch(known::has))
        .findFirst()
        .map(item -> item.exerciseId() + " needs " + item.exercise().equipment());
  }

  private int seconds(Routine routine) {
    int seconds = Math.max(0, routine.items().size() - 1) * between;
    for (Item item : routine.items()) {
      Dose dose = item.dose();
      seconds += FlaresNeverRaise.seconds(item);
      seconds += (dose.sets() - 1) * dose.restSeconds();
      seconds += dose.perSide() ? sideChange : 0;
    }
    return seconds;
  }
}

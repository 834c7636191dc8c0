package health.backstep.safety.property;

import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.course.Training;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.routine.Item;
import health.backstep.safety.run.RunStep;
import java.util.Optional;

/** Property 2, item by item and as a whole, also while the plan is hidden. */
final class FlaresNeverRaise implements Steps.Judge {

  @Override
  public boolean concerns(RunStep step) {
    return step.event() instanceof FlareReported;
  }

  @Override
  public Optional<String> fault(RunStep step) {
    if (!concerns(step)) {
      return Optional.empty();
    }
    Training before = step.before().training();
    Training after = step.after().training();
    for (Item item : after.routine().items()) {
      Optional<Item> was = before.routine().find(item.exerciseId());
      if (was.isPresent() && item.level() > was.get().level()) {
        return Optional.of(
            "%s went from level %d to %d"
                .formatted(item.exerciseId(), was.get().level(), item.level()));
      }
      if (was.isPresent() && seconds(item) > seconds(was.get())) {
        return Optional.of(
            "%s went from %d to %d seconds of work"
                .formatted(item.exerciseId(), seconds(was.get()), seconds(item)));
      }
      if (was.isEmpty() && item.level() > 1) {
        return Optional.of(item.exerciseId() + " came in at level " + item.level());
      }
    }
    int loadBefore = weeklyLoad(before);
    int loadAfter = weeklyLoad(after);
    return loadAfter > loadBefore
        ? Optional.of("the week went from %d to %d seconds".formatted(loadBefore, loadAfter))
        : Optional.empty();
  }

  /** Seconds of work a week; positions that only ease are no load. */
  static int weeklyLoad(Training training) {
    return training.sessionsPerWeek()
        * training.routine().items().stream()
            .filter(item -> item.exercise().kind() != Kind.RELIEF)
            .mapToInt(FlaresNeverRaise::seconds)
            .sum();
  }

  static int seconds(Item item) {
    int aside =
        item.dose().sets()
            * item.dose().reps()
            * (item.dose().secondsPerRep() + item.dose().holdSeconds());
    return item.dose().perSide() ? 2 * aside : aside;
  }
}

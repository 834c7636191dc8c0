package health.backstep.safety.property;

import health.backstep.plan.course.Training;
import health.backstep.plan.routine.Item;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.RunStep;
import java.util.List;
import java.util.Optional;

/** Property 9: RG-TEMP, and what RG-REPEAT and RG-DIR make of it. */
final class RestoredAsBefore implements Steps.Judge {

  private final StepBackWatch watch;

  RestoredAsBefore(Ground ground) {
    this.watch = new StepBackWatch(ground);
  }

  @Override
  public boolean concerns(RunStep step) {
    return watch.settles(step);
  }

  @Override
  public Optional<String> fault(RunStep step) {
    watch.see(step);
    if (!watch.settles(step)) {
      return Optional.empty();
    }
    Training was = watch.beforeFlare().training();
    Training lower = step.before().training();
    Training is = step.after().training();
    if (watch.isRepeated()) {
      return FlaresNeverRaise.weeklyLoad(is) > FlaresNeverRaise.weeklyLoad(lower)
          ? Optional.of("a repeated flare settled and the plan went up")
          : Optional.empty();
    }
    if (watch.isDisturbed()) {
      return Optional.empty();
    }
    return watch.isExcluding() ? withoutDirections(was, is) : equal(was, is);
  }

  private static Optional<String> equal(Training was, Training is) {
    List<String> before = was.routine().items().stream().map(Item::words).toList();
    List<String> after = is.routine().items().stream().map(Item::words).toList();
    if (!before.equals(after)) {
      return Optional.of("restored to " + after + " instead of " + before);
    }
    return was.sessionsPerWeek() == is.sessionsPerWeek()
        ? Optional.empty()
        : Optional.of(
            "restored to %d sessions a week instead of %d"
                .formatted(is.sessionsPerWeek(), was.sessionsPerWeek()));
  }

  /** What is not replaced is as before, and what is costs no more. */
  private static Optional<String> withoutDirections(Training was, Training is) {
    for (Item item : is.routine().items()) {
      Optional<Item> before = was.routine().find(item.exerciseId());
      if (before.isPresent() ? !before.get().equals(item) : item.level() > 1) {
        return Optional.of("restored with " + item.words());
      }
    }
    return FlaresNeverRaise.weeklyLoad(is) > FlaresNeverRaise.weeklyLoad(was)
        ? Optional.of("restored with more load than before the flare")
        : Optional.empty();
  }
}

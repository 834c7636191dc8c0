package health.backstep.safety.property;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.PlanEvent;
import health.backstep.safety.run.Run;
import health.backstep.safety.run.RunStep;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Property 8. The history is delivered again with duplicates and out of order, put in order as the
 * inbox does, and must give the same digests. And two neighbours of different services, which may
 * cross on their topics, must give the same plan in either order.
 */
final class SameHistorySamePlan implements Function<Run, Finding> {

  @Override
  public Finding apply(Run run) {
    Optional<String> fault = deliveredAgain(run);
    if (fault.isPresent()) {
      return Finding.broken(1, fault.get());
    }
    int checked = 1;
    for (int i = 0; i + 1 < run.steps().size(); i++) {
      RunStep one = run.steps().get(i);
      RunStep other = run.steps().get(i + 1);
      if (Crossing.mayHappen(one, other)) {
        checked++;
        Optional<String> differs = crossed(run, one, other);
        if (differs.isPresent()) {
          return Finding.broken(
              checked,
              "events %d and %d (%s, %s) crossed: %s"
                  .formatted(
                      i + 1,
                      i + 2,
                      one.event().cause().type(),
                      other.event().cause().type(),
                      differs.get()));
        }
      }
    }
    return Finding.holds(checked);
  }

  /** Each event once more, in the order in which the inbox takes it. */
  private static Optional<String> deliveredAgain(Run run) {
    List<PlanEvent> taken = Delivery.of(run.events()).taken();
    if (taken.size() != run.steps().size()) {
      return Optional.of("%d events became %d".formatted(run.steps().size(), taken.size()));
    }
    PlanState state = PlanState.EMPTY;
    for (int i = 0; i < taken.size(); i++) {
      Step again = run.planner().apply(state, taken.get(i));
      RunStep first = run.steps().get(i);
      if (!isSame(first.version(), again.version())) {
        return Optional.of(
            "event %d gave other digests when it came again: %s and %s"
                .formatted(i + 1, digest(first.version()), digest(again.version())));
      }
      state = again.state();
    }
    return Optional.empty();
  }

  /** Equal plans have equal digests; only where something differs does the digest decide. */
  private static boolean isSame(Optional<PlanVersion> first, Optional<PlanVersion> again) {
    return first.equals(again) || digest(first).equals(digest(again));
  }

  private static String digest(Optional<PlanVersion> version) {
    return version.map(PlanVersion::digest).orElse("none");
  }

  private static Optional<String> crossed(Run run, RunStep one, RunStep other) {
    PlanState first = run.planner().apply(one.before(), other.event()).state();
    PlanState crossed = run.planner().apply(first, one.event()).state();
    return Crossing.difference(other.after(), crossed);
  }
}

package health.backstep.safety.property;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.PlanEvent;
import health.backstep.safety.run.Run;
import health.backstep.safety.run.RunStep;
import java.util.ArrayList;
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
    List<String> again = digests(run, Delivery.of(run.events()).taken());
    List<String> first = run.versions().stream().map(PlanVersion::digest).toList();
    if (!again.equals(first)) {
      return Finding.broken(1, "the same history gave other digests: " + first + " and " + again);
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

  private static List<String> digests(Run run, List<PlanEvent> events) {
    List<String> digests = new ArrayList<>();
    PlanState state = PlanState.EMPTY;
    for (PlanEvent event : events) {
      Step step = run.planner().apply(state, event);
      state = step.state();
      step.version().ifPresent(version -> digests.add(version.digest()));
    }
    return digests;
  }

  private static Optional<String> crossed(Run run, RunStep one, RunStep other) {
    PlanState first = run.planner().apply(one.before(), other.event()).state();
    PlanState crossed = run.planner().apply(first, one.event()).state();
    return Crossing.difference(other.after(), crossed);
  }
}

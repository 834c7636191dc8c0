package health.backstep.safety.property;

import health.backstep.safety.run.Run;
import health.backstep.safety.run.RunStep;
import java.util.List;
import java.util.Optional;

/** Judges a run step by step. */
final class Steps {

  /** One judgement of a property; it may remember what it has seen. */
  interface Judge {

    /** What is wrong after this step. */
    Optional<String> fault(RunStep step);

    /** Whether the property has something to say about this step at all. */
    boolean concerns(RunStep step);
  }

  private Steps() {}

  static Finding judge(Run run, Judge judge) {
    List<RunStep> steps = run.steps();
    int checked = 0;
    for (int i = 0; i < steps.size(); i++) {
      RunStep step = steps.get(i);
      checked += judge.concerns(step) ? 1 : 0;
      Optional<String> fault = judge.fault(step);
      if (fault.isPresent()) {
        return Finding.broken(
            checked,
            "after event %d (%s): %s".formatted(i + 1, step.event().cause().type(), fault.get()));
      }
    }
    return Finding.holds(checked);
  }
}

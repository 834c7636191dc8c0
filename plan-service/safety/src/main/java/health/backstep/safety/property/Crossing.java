package health.backstep.safety.property;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.FlareSettled;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import health.backstep.plan.history.PlanEvent.RedFlagRaised;
import health.backstep.plan.routine.Item;
import java.util.Optional;

/**
 * What profile-service and session-service tell at about the same time may arrive in either order.
 * An assessment and a flare are left out: which came first is what the plan depends on (RE-1).
 */
final class Crossing {

  private Crossing() {}

  static boolean mayHappen(PlanEvent one, PlanEvent other) {
    return (ofProfile(one) && ofSession(other)) || (ofSession(one) && ofProfile(other));
  }

  private static boolean ofProfile(PlanEvent event) {
    return event instanceof ClearanceChanged || event instanceof PatientRecorded;
  }

  private static boolean ofSession(PlanEvent event) {
    return event instanceof RedFlagRaised
        || event instanceof FlareReported
        || event instanceof FlareSettled;
  }

  /** What the patient would see differently; version numbers may differ. */
  static Optional<String> difference(PlanState one, PlanState other) {
    if (one.current().isEmpty() || other.current().isEmpty()) {
      return one.current().isEmpty() && other.current().isEmpty()
          ? Optional.empty()
          : Optional.of("one order gave a plan and the other none");
    }
    String first = words(one.current().get());
    String second = words(other.current().get());
    return first.equals(second) ? Optional.empty() : Optional.of(first + " or " + second);
  }

  private static String words(PlanVersion plan) {
    return plan.status()
        + " "
        + plan.stage()
        + " "
        + plan.sessionsPerWeek()
        + " a week "
        + plan.routine().items().stream().map(Crossing::words).toList();
  }

  private static String words(Item item) {
    return item.exerciseId() + " " + item.level() + " " + FlaresNeverRaise.seconds(item) + " s";
  }
}

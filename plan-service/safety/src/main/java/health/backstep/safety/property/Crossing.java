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
import health.backstep.safety.run.RunStep;
import java.time.Duration;
import java.util.Optional;

/**
 * What profile-service and session-service tell at about the same time may arrive in either order,
 * unless the second was said in knowledge of the plan that came of the first. An assessment and a
 * flare are left out, because the plan depends on which came first (RE-1), and so is the end of a
 * flare whose lower level stays.
 */
final class Crossing {

  private static final Duration ABOUT_THE_SAME_TIME = Duration.ofHours(1);

  private Crossing() {}

  static boolean mayHappen(RunStep one, RunStep other) {
    return one.before().current().isPresent()
        && ofTwoServices(one.event(), other.event())
        && !knows(other.event(), one.version())
        && !keepsWhatIsLower(one)
        && !keepsWhatIsLower(other)
        && apart(one.event(), other.event()).compareTo(ABOUT_THE_SAME_TIME) <= 0;
  }

  private static boolean ofTwoServices(PlanEvent one, PlanEvent other) {
    return (ofProfile(one) && ofSession(other)) || (ofSession(one) && ofProfile(other));
  }

  private static boolean knows(PlanEvent event, Optional<PlanVersion> version) {
    return event instanceof FlareReported flare
        && version
            .filter(made -> flare.planVersion().filter(said -> said >= made.number()).isPresent())
            .isPresent();
  }

  /**
   * What has been swapped by then stays out (RG-REPEAT), so what was in the plan by then counts.
   */
  private static boolean keepsWhatIsLower(RunStep step) {
    return step.event() instanceof FlareSettled
        && step.version().stream()
            .flatMap(version -> version.decisions().stream())
            .anyMatch(decision -> decision.rule().equals("RG-REPEAT"));
  }

  private static Duration apart(PlanEvent one, PlanEvent other) {
    return Duration.between(one.cause().occurredAt(), other.cause().occurredAt()).abs();
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

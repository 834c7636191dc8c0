package health.backstep.safety.property;

import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.gate.Status;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.history.PlanEvent.RedFlagRaised;
import health.backstep.plan.history.PlanEvent.TriageOutcome;
import health.backstep.safety.run.RunStep;
import java.time.Instant;
import java.util.Optional;

/**
 * Property 3. A flag is open until clearance is recorded after it, by the times at which both were
 * recorded and in whatever order they came.
 */
final class EmergencyCloses implements Steps.Judge {

  private Instant flagged = Instant.MIN;
  private Instant cleared = Instant.MIN;

  @Override
  public boolean concerns(RunStep step) {
    return flagged.isAfter(Instant.MIN);
  }

  @Override
  public Optional<String> fault(RunStep step) {
    Instant at = step.event().cause().occurredAt();
    switch (step.event()) {
      case RedFlagRaised raised when raised.emergency() -> flagged = later(flagged, at);
      case AssessmentCompleted made when made.triage() == TriageOutcome.EMERGENCY ->
          flagged = later(flagged, at);
      case ClearanceChanged changed when changed.cleared() -> cleared = later(cleared, at);
      default -> {}
    }
    boolean open = flagged.isAfter(Instant.MIN) && !cleared.isAfter(flagged);
    return open
        ? step.after()
            .current()
            .map(PlanVersion::status)
            .filter(status -> status != Status.SUSPENDED)
            .map(status -> "the plan is " + status + " with an open emergency flag")
        : Optional.empty();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

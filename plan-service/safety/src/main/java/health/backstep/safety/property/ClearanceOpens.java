package health.backstep.safety.property;

import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.history.PlanEvent.RedFlagRaised;
import health.backstep.safety.run.RunStep;
import java.time.Instant;
import java.util.Optional;

/**
 * Property 4. Clearance is what the profile last told, until it ends or a red flag is recorded
 * after it. The time is the latest that any event has told.
 */
final class ClearanceOpens implements Steps.Judge {

  private Optional<ClearanceChanged> clearance = Optional.empty();
  private Instant flagged = Instant.MIN;
  private Instant now = Instant.MIN;

  @Override
  public boolean concerns(RunStep step) {
    return step.after().current().isPresent();
  }

  @Override
  public Optional<String> fault(RunStep step) {
    Instant at = step.event().cause().occurredAt();
    now = at.isAfter(now) ? at : now;
    switch (step.event()) {
      case ClearanceChanged changed -> clearance = Optional.of(changed);
      case RedFlagRaised _ -> flagged = at.isAfter(flagged) ? at : flagged;
      case AssessmentCompleted made when made.triageRules().contains("RF-URGENT") ->
          flagged = at.isAfter(flagged) ? at : flagged;
      default -> {}
    }
    return step.shown().flatMap(plan -> lack().map(lack -> "the plan is " + plan.status() + lack));
  }

  private Optional<String> lack() {
    if (clearance.isEmpty()) {
      return Optional.of(" without clearance");
    }
    ClearanceChanged last = clearance.get();
    if (!last.cleared()) {
      return Optional.of(" after the clearance was withdrawn");
    }
    if (last.validUntil().filter(end -> !now.isBefore(end)).isPresent()) {
      return Optional.of(" after the clearance ran out at " + last.validUntil().get());
    }
    return flagged.isBefore(last.cause().occurredAt())
        ? Optional.empty()
        : Optional.of(" although a red flag came after the clearance");
  }
}

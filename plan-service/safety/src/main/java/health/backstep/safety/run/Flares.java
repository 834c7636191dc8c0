package health.backstep.safety.run;

import health.backstep.plan.history.PlanEvent.Episode;
import health.backstep.plan.history.PlanEvent.Severity;
import java.util.Optional;
import java.util.UUID;

/** The patient's flare episodes (FL-EPISODE). */
final class Flares {

  private UUID open;
  private Severity worst;

  Episode report(Severity severity, UUID reportId) {
    if (open == null) {
      open = reportId;
      worst = severity;
      return Episode.OPENED;
    }
    if (severity.compareTo(worst) > 0) {
      worst = severity;
      return Episode.ESCALATED;
    }
    return Episode.CONTINUED;
  }

  UUID open() {
    return open;
  }

  Optional<UUID> settle() {
    Optional<UUID> settled = Optional.ofNullable(open);
    open = null;
    return settled;
  }
}

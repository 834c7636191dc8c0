package health.backstep.plan.due.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The one place that says what time it is for a patient when due items are read or announced. */
@ApplicationScoped
class PatientTime {

  private final Clock clock;

  PatientTime(Clock clock) {
    this.clock = clock;
  }

  Instant now(UUID patientId) {
    return clock.instant();
  }
}

package health.backstep.backbone.clock;

import health.backstep.backbone.tenancy.Sandbox;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * The one place that says what time it is for a patient. Whatever holds a patient's times against
 * now asks here.
 */
@ApplicationScoped
public class PatientClock {

  private final Sandbox sandbox;
  private final TestClocks clocks;
  private final Clock clock;

  public PatientClock(Sandbox sandbox, TestClocks clocks, Clock clock) {
    this.sandbox = sandbox;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * The test clock of a sandbox's patient when one is set, and real time for everybody else, who
   * pays no query for it. Only inside a tenant's transaction.
   */
  public Instant now(UUID patientId) {
    return sandbox.is(TenantTransaction.current())
        ? clocks.find(patientId).map(TestClock::now).orElseGet(clock::instant)
        : clock.instant();
  }
}

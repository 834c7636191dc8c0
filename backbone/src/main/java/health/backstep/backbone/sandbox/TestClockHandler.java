package health.backstep.backbone.sandbox;

import health.backstep.backbone.clock.TestClock;
import health.backstep.backbone.clock.TestClocks;
import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.inbox.EventHandler;
import health.backstep.backbone.tenancy.Sandbox;
import health.backstep.backbone.tenancy.TenantTransaction;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Puts the test clocks forward that profile-service tells of. The services that learn of patients
 * from there make one; an event for a tenant that is no sandbox here has no effect.
 */
public class TestClockHandler implements EventHandler {

  record Told(UUID patientId, OffsetDateTime now) {}

  private final Sandbox sandbox;
  private final TestClocks clocks;
  private final Consumer<UUID> then;

  public TestClockHandler(Sandbox sandbox, TestClocks clocks) {
    this(sandbox, clocks, _ -> {});
  }

  /**
   * @param then what happens to a patient because time has passed
   */
  public TestClockHandler(Sandbox sandbox, TestClocks clocks, Consumer<UUID> then) {
    this.sandbox = sandbox;
    this.clocks = clocks;
    this.then = then;
  }

  @Override
  public String topic() {
    return "pt.profile.events.v1";
  }

  @Override
  public Set<String> types() {
    return Set.of(TestClockSet.TYPE);
  }

  @Override
  public void handle(EventEnvelope event) {
    Told told = event.payload(Told.class);
    if (sandbox.is(TenantTransaction.current())) {
      clocks.putForward(new TestClock(event.patientId(), told.now().toInstant(), event.id()));
      then.accept(event.patientId());
    }
  }
}

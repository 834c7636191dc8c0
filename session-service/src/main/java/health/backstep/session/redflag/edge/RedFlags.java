package health.backstep.session.redflag.edge;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.event.Cause;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.session.SessionTopic;
import health.backstep.session.pain.Origin;
import health.backstep.session.redflag.RedFlagRaised;
import health.backstep.session.redflag.wire.RedFlagReported;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells the other services about warning signs. */
@ApplicationScoped
public class RedFlags {

  private final Outbox outbox;
  private final PatientClock clock;

  RedFlags(Outbox outbox, PatientClock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Publishes the warning.
   *
   * @return the event's id
   */
  public UUID raise(UUID patientId, Cause cause, Origin origin, RedFlagRaised raised) {
    return outbox.publish(
        SessionTopic.EVENTS,
        RedFlagReported.TYPE,
        patientId,
        cause,
        RedFlagReported.of(patientId, clock.now(patientId), origin, raised));
  }
}

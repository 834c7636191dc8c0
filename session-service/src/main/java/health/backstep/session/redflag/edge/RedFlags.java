package health.backstep.session.redflag.edge;

import health.backstep.backbone.event.Cause;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.session.SessionTopic;
import health.backstep.session.pain.Origin;
import health.backstep.session.redflag.RedFlag;
import health.backstep.session.redflag.RedFlagRaised;
import health.backstep.session.redflag.Urgency;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells the other services about warning signs. */
@ApplicationScoped
public class RedFlags {

  private static final String TYPE = "pt.session.red-flag-raised.v1";
  private static final String LEG_WEAKNESS = "LEG_WEAKNESS";

  /** Payload of {@code pt.session.red-flag-raised.v1}. */
  private record RaisedEvent(
      UUID patientId, Instant raisedAt, Urgency urgency, Origin origin, List<String> flags) {}

  private final Outbox outbox;
  private final Clock clock;

  RedFlags(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Publishes the warning.
   *
   * @return the event's id
   */
  public UUID raise(UUID patientId, Cause cause, Origin origin, RedFlagRaised raised) {
    List<String> flags = raised.flags().stream().map(RedFlags::question).distinct().toList();
    return outbox.publish(
        SessionTopic.EVENTS,
        TYPE,
        patientId,
        cause,
        new RaisedEvent(patientId, clock.instant(), raised.urgency(), origin, flags));
  }

  /** The contract names the question, not each of its answers. */
  private static String question(RedFlag flag) {
    return flag.name().startsWith(LEG_WEAKNESS) ? LEG_WEAKNESS : flag.name();
  }
}

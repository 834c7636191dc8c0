package health.backstep.plan.due.wire;

import health.backstep.plan.due.DueEvent;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent.ReviewDecision;
import health.backstep.plan.history.wire.PlanEventReader;
import health.backstep.plan.history.wire.PlanTime;
import health.backstep.plan.history.wire.ReviewPayload;
import health.backstep.wire.EventPayload;
import health.backstep.wire.UnreadableEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads from payloads what has a say in what is due, and passes over everything else. */
public final class DueEventReader {

  /** The one type that plans are not folded from. */
  public static final String CHECK_IN = "pt.session.check-in-recorded.v1";

  record Recorded(String timeZone) {

    /** A zone that this JDK does not know yet counts as UTC. */
    DueEvent toEvent() {
      try {
        return new DueEvent.ZoneKnown(ZoneId.of(timeZone));
      } catch (DateTimeException e) {
        return new DueEvent.ZoneKnown(ZoneOffset.UTC);
      }
    }
  }

  record Assessed(Instant assessedAt) {}

  record Session(UUID sessionId, Instant startedAt, Instant endedAt) {}

  record CheckIn(UUID checkInId, @Nullable UUID sessionId, Instant at, Soreness soreness) {}

  record Soreness(boolean present) {}

  private DueEventReader() {}

  /**
   * What the event says, if it has a say.
   *
   * @throws UnreadableEvent naming what does not fit
   */
  public static Optional<DueEvent> read(Cause cause, byte[] payload) {
    return switch (cause.type()) {
      case "pt.profile.patient-recorded.v1" ->
          Optional.of(read(cause, payload, Recorded.class).toEvent());
      case "pt.profile.assessment-completed.v1" -> {
        Instant at = read(cause, payload, Assessed.class).assessedAt();
        yield Optional.of(new DueEvent.Assessed(cause.eventId(), PlanTime.asStored(at)));
      }
      case "pt.session.session-recorded.v1" -> {
        Session session = read(cause, payload, Session.class);
        yield Optional.of(
            new DueEvent.SessionDone(
                session.sessionId(),
                PlanTime.asStored(session.startedAt()),
                PlanTime.asStored(session.endedAt())));
      }
      case CHECK_IN -> {
        CheckIn told = read(cause, payload, CheckIn.class);
        yield Optional.of(
            new DueEvent.CheckedIn(
                told.checkInId(),
                PlanTime.asStored(told.at()),
                Optional.ofNullable(told.sessionId()),
                told.soreness().present()));
      }
      case "pt.session.pain-flare-settled.v1" -> Optional.of(new DueEvent.FlareSettled());
      case PlanEventReader.REVIEW -> {
        ReviewDecision decision = read(cause, payload, ReviewPayload.class).decision();
        yield Optional.of(new DueEvent.Reviewed(decision != ReviewDecision.HOLD));
      }
      default -> Optional.empty();
    };
  }

  private static <T> T read(Cause cause, byte[] payload, Class<T> as) {
    return EventPayload.read(payload, cause.type(), as);
  }
}

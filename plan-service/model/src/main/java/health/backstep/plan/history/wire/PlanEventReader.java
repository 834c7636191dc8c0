package health.backstep.plan.history.wire;

import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent;
import health.backstep.wire.EventPayload;
import health.backstep.wire.UnreadableEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads the payloads that plans are folded from, as they come and as they were stored. */
public final class PlanEventReader {

  /** The type of a clinician's review, which is decided here and never on a topic. */
  public static final String REVIEW = "pt.plan.review-decided.v1";

  /** The type of the end of a clearance's time, which is noticed here and never on a topic. */
  public static final String LAPSED = "pt.plan.clearance-lapsed.v1";

  private static final Map<String, Reader<?>> PROFILE =
      Map.of(
          "pt.profile.patient-recorded.v1",
          new Reader<>(ProfilePayloads.Recorded.class, ProfilePayloads.Recorded::toEvent),
          "pt.profile.clearance-changed.v1",
          new Reader<>(ProfilePayloads.Cleared.class, ProfilePayloads.Cleared::toEvent),
          "pt.profile.assessment-completed.v1",
          new Reader<>(ProfilePayloads.Assessed.class, ProfilePayloads.Assessed::toEvent));

  private static final Map<String, Reader<?>> SESSION =
      Map.of(
          "pt.session.session-recorded.v1",
          new Reader<>(SessionPayloads.Recorded.class, SessionPayloads.Recorded::toEvent),
          "pt.session.pain-flare-reported.v1",
          new Reader<>(SessionPayloads.Flare.class, SessionPayloads.Flare::toEvent),
          "pt.session.pain-flare-settled.v1",
          new Reader<>(SessionPayloads.Settled.class, SessionPayloads.Settled::toEvent),
          "pt.session.red-flag-raised.v1",
          new Reader<>(SessionPayloads.RedFlag.class, SessionPayloads.RedFlag::toEvent));

  private static final Map<String, Reader<?>> OWN =
      Map.of(
          REVIEW,
          new Reader<>(ReviewPayload.class, ReviewPayload::toEvent),
          LAPSED,
          new Reader<>(LapsedPayload.class, LapsedPayload::toEvent));

  /** Nothing to tell but the time, which is the cause's. */
  private record LapsedPayload() {
    PlanEvent toEvent(Cause cause) {
      return new PlanEvent.ClearanceLapsed(cause);
    }
  }

  private record Reader<T>(Class<T> as, BiFunction<T, Cause, PlanEvent> toEvent) {
    PlanEvent read(Cause cause, byte[] payload) {
      return toEvent.apply(EventPayload.read(payload, cause.type(), as), cause);
    }
  }

  private PlanEventReader() {}

  /** The types of profile-service that plans are folded from. */
  public static Set<String> profileTypes() {
    return PROFILE.keySet();
  }

  /** The types of session-service that plans are folded from. */
  public static Set<String> sessionTypes() {
    return SESSION.keySet();
  }

  /**
   * The event that a payload stands for.
   *
   * @throws UnreadableEvent naming what does not fit
   */
  public static PlanEvent read(Cause cause, byte[] payload) {
    for (Map<String, Reader<?>> readers : List.of(PROFILE, SESSION, OWN)) {
      Reader<?> reader = readers.get(cause.type());
      if (reader != null) {
        return reader.read(cause, payload);
      }
    }
    throw new UnreadableEvent("events of type " + cause.type() + " make no plan");
  }
}

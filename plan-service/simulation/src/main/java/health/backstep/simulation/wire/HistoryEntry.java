package health.backstep.simulation.wire;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.backstep.profile.assessment.wire.AssessmentRequest;
import health.backstep.profile.clearance.wire.ClearanceRequest;
import health.backstep.session.checkin.wire.CheckInRequest;
import health.backstep.session.flare.wire.FlareRequest;
import health.backstep.session.workout.wire.SessionRequest;
import health.backstep.wire.Fault;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One entry of a history: the body as posted to the service, and what its address told there. */
@Schema(
    description =
        "The body as posted to the service, told apart by its fields. It may name its type:"
            + " SESSION, CHECK_IN, FLARE, ASSESSMENT or CLEARANCE. A session and a check-in may"
            + " carry a sessionId, by which the check-in follows the session; a clearance needs"
            + " the time at which it was recorded, in the field at.",
    oneOf = {
      SessionRequest.class,
      CheckInRequest.class,
      FlareRequest.class,
      AssessmentRequest.class,
      ClearanceRequest.class
    })
@JsonDeserialize(using = HistoryEntryReader.class)
public sealed interface HistoryEntry {

  /** The body, to be validated as the service does; beside it the entry has constraints too. */
  Object body();

  /** When it was; null when that is missing. */
  @Nullable OffsetDateTime at();

  /**
   * A session.
   *
   * @param sessionId the caller's own name for it, which check-ins may point to
   */
  record Session(@Nullable UUID sessionId, SessionRequest body) implements HistoryEntry {
    @Override
    public @Nullable OffsetDateTime at() {
      return body.endedAt();
    }
  }

  /**
   * A check-in.
   *
   * @param sessionId of the session that it follows; null for one of any day
   */
  record CheckIn(@Nullable UUID sessionId, CheckInRequest body) implements HistoryEntry {
    @Override
    public @Nullable OffsetDateTime at() {
      return body.at();
    }
  }

  /** A flare that the patient reported. */
  record Flare(FlareRequest body) implements HistoryEntry {
    @Override
    public @Nullable OffsetDateTime at() {
      return body.at();
    }
  }

  /** A later assessment. */
  record Assessment(AssessmentRequest body) implements HistoryEntry {
    @Override
    public @Nullable OffsetDateTime at() {
      return body.assessedAt();
    }
  }

  /**
   * A later word of a health professional.
   *
   * @param at when it was recorded
   */
  record Clearance(@NotNull OffsetDateTime at, ClearanceRequest body) implements HistoryEntry {}

  /** Something of which cannot be told what it is, and why; it is never guessed. */
  record Unclear(Fault fault) implements HistoryEntry {
    @Override
    public Object body() {
      return this;
    }

    @Override
    public @Nullable OffsetDateTime at() {
      return null;
    }
  }
}

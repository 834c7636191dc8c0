package health.backstep.session.checkin;

import health.backstep.session.pain.PainScale;
import health.backstep.session.redflag.RedFlagAnswers;
import health.backstep.session.workout.SessionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A look at how the patient is.
 *
 * @param sessionId the session it follows; empty for a check-in of its own
 * @param pain 0-10
 */
public record CheckIn(
    CheckInId id,
    Optional<SessionId> sessionId,
    Instant at,
    int pain,
    Soreness soreness,
    RedFlagAnswers redFlags) {

  public CheckIn {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(soreness, "soreness");
    Objects.requireNonNull(redFlags, "redFlags");
    PainScale.require(pain, "pain");
  }
}

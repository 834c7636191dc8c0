package health.backstep.session.checkin.wire;

import health.backstep.session.checkin.CheckIn;
import health.backstep.session.checkin.CheckInId;
import health.backstep.session.checkin.Soreness;
import health.backstep.session.pain.PainLocation;
import health.backstep.session.pain.PainQuality;
import health.backstep.session.redflag.RedFlagAnswers;
import health.backstep.session.workout.SessionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How it is now; pain is on the 0-10 rating scale. */
public record CheckInRequest(
    @NotNull OffsetDateTime at,
    @NotNull @Min(0) @Max(10) Integer pain,
    @NotNull @Valid SorenessRequest soreness,
    @Nullable RedFlagAnswers redFlags) {

  /**
   * What the patient feels beside the pain number. Sharp, shooting or burning pain and pain in the
   * leg are read as FL-3, whether {@code present} is true or not, and never as soreness.
   *
   * @param present whether muscles are sore
   * @param quality a dull ache can be soreness (SO-1)
   * @param location in worked muscles it can be soreness (SO-1)
   */
  public record SorenessRequest(
      @NotNull Boolean present, @Nullable PainQuality quality, @Nullable PainLocation location) {

    Soreness toSoreness() {
      return new Soreness(present, Optional.ofNullable(quality), Optional.ofNullable(location));
    }
  }

  public CheckIn toCheckIn(CheckInId id, Optional<SessionId> session) {
    return new CheckIn(
        id,
        session,
        at.toInstant(),
        pain,
        soreness.toSoreness(),
        redFlags == null ? RedFlagAnswers.notAsked() : redFlags);
  }
}

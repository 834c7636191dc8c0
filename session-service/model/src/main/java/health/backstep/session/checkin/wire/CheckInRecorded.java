package health.backstep.session.checkin.wire;

import health.backstep.session.checkin.CheckIn;
import health.backstep.session.pain.PainLocation;
import health.backstep.session.pain.PainQuality;
import health.backstep.session.workout.SessionId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payload of {@code pt.session.check-in-recorded.v1}. */
public record CheckInRecorded(
    UUID patientId,
    UUID checkInId,
    @Nullable UUID sessionId,
    Instant at,
    int pain,
    SorenessPart soreness) {

  public static final String TYPE = "pt.session.check-in-recorded.v1";

  record SorenessPart(
      boolean present, @Nullable PainQuality quality, @Nullable PainLocation location) {}

  public static CheckInRecorded of(UUID patientId, CheckIn checkIn) {
    return new CheckInRecorded(
        patientId,
        checkIn.id().value(),
        checkIn.sessionId().map(SessionId::value).orElse(null),
        checkIn.at(),
        checkIn.pain(),
        new SorenessPart(
            checkIn.soreness().present(),
            checkIn.soreness().quality().orElse(null),
            checkIn.soreness().location().orElse(null)));
  }
}

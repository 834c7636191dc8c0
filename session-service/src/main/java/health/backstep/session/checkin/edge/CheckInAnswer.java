package health.backstep.session.checkin.edge;

import health.backstep.backbone.rest.Answer;
import health.backstep.session.course.edge.TakenRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a check-in came to. */
public record CheckInAnswer(
    UUID checkInId,
    UUID eventId,
    TakenRecord.@Nullable FlareView flare,
    TakenRecord.@Nullable SettledView settledFlare,
    TakenRecord.@Nullable RedFlagView redFlag) {

  /** The answer to whoever sent it. */
  public Answer created(UUID patientId) {
    return Answer.created("/v1/patients/" + patientId + "/check-ins/" + checkInId, this);
  }
}

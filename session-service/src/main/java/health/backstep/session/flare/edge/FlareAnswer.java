package health.backstep.session.flare.edge;

import health.backstep.backbone.rest.Answer;
import health.backstep.session.course.edge.TakenRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report came to.
 *
 * @param eventId of the flare; null when the report is none
 */
public record FlareAnswer(
    @Nullable UUID eventId,
    TakenRecord.@Nullable FlareView flare,
    TakenRecord.@Nullable RedFlagView redFlag) {

  static FlareAnswer of(TakenRecord taken) {
    UUID eventId = taken.flare() == null ? null : taken.flare().eventId();
    return new FlareAnswer(eventId, taken.flare(), taken.redFlag());
  }

  /** The answer to whoever sent it. */
  public Answer created(UUID patientId) {
    return Answer.created("/v1/patients/" + patientId + "/flares", this);
  }
}

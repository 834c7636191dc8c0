package health.backstep.session.workout.edge;

import health.backstep.backbone.rest.Answer;
import health.backstep.session.course.edge.TakenRecord;
import health.backstep.session.reading.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a session came to.
 *
 * @param donePercent done against asked, 0-100
 * @param reasons the rules that read it
 */
public record SessionAnswer(
    UUID sessionId,
    UUID eventId,
    Outcome outcome,
    int donePercent,
    List<TakenRecord.ReasonView> reasons,
    TakenRecord.@Nullable FlareView flare,
    TakenRecord.@Nullable SettledView settledFlare,
    TakenRecord.@Nullable RedFlagView redFlag) {

  /** The answer to whoever sent it. */
  public Answer created(UUID patientId) {
    return Answer.created("/v1/patients/" + patientId + "/sessions/" + sessionId, this);
  }
}

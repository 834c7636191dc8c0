package health.backstep.session.batch.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import health.backstep.backbone.problem.Problem;
import health.backstep.session.checkin.edge.CheckInAnswer;
import health.backstep.session.flare.edge.FlareAnswer;
import health.backstep.session.workout.edge.SessionAnswer;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item.
 *
 * @param id the app's; left out when it could not be read
 * @param status what the item's own route would have answered: 201, or the status of the problem;
 *     with 503 the item can be sent again as it is
 * @param location where the record is
 * @param result what the item's own route answers, word for word
 * @param problem why it was not recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemAnswer(
    @Nullable UUID id,
    int status,
    @Nullable String location,
    @JsonRawValue
        @Schema(
            type = SchemaType.OBJECT,
            anyOf = {SessionAnswer.class, CheckInAnswer.class, FlareAnswer.class})
        @Nullable String result,
    @Nullable Problem problem) {

  private static final int RECORDED = 201;
  private static final int AWAY = 503;

  static ItemAnswer refused(@Nullable UUID id, Problem problem) {
    return new ItemAnswer(id, problem.status(), null, null, problem);
  }

  boolean recorded() {
    return status == RECORDED;
  }

  /** It may be recorded when it is sent again unchanged. */
  boolean mayYetBeRecorded() {
    return status == AWAY;
  }
}

package health.backstep.plan.webhook.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import health.backstep.plan.webhook.Outcome;
import health.backstep.plan.webhook.Progress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message for an endpoint and what became of it.
 *
 * @param messageId header {@code webhook-id}, the same in all attempts and replays
 * @param attempts made so far, over all replays
 * @param tries every attempt, oldest first; only where one delivery is asked for
 * @param payload what is sent; only where one delivery is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
    UUID deliveryId,
    @Schema(description = "Header webhook-id: the same in all attempts and replays.")
        String messageId,
    String type,
    @Schema(description = "Number of the change in the change feed.") @Nullable Long changeNumber,
    Progress.State status,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Schema(description = "How the last attempt ended.") @Nullable Outcome lastOutcome,
    @Schema(description = "HTTP status of the last answer.") @Nullable Integer lastStatus,
    Instant createdAt,
    @Nullable Instant endedAt,
    @Nullable List<AttemptView> tries,
    @Schema(
            description = "What is sent.",
            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
        @JsonRawValue
        @Nullable String payload) {

  /**
   * One attempt.
   *
   * @param status of the answer, if there was one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AttemptView(
      int number,
      Instant at,
      long tookMillis,
      Outcome outcome,
      String detail,
      @Nullable Integer status) {}

  DeliveryView with(List<AttemptView> made, String sent) {
    return new DeliveryView(
        deliveryId,
        messageId,
        type,
        changeNumber,
        status,
        attempts,
        nextAttemptAt,
        lastOutcome,
        lastStatus,
        createdAt,
        endedAt,
        made,
        sent);
  }
}

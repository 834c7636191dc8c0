package health.backstep.plan.webhook.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay is.
 *
 * @param fromNumber the first change that is looked at; not there for replays from before this was
 *     kept
 * @param toNumber the last change that is looked at
 * @param deliveries that it has made or begun again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayView(
    UUID replayId,
    UUID webhookId,
    Status status,
    @Schema(
            description =
                "Number of the first change that is replayed: what you asked for, or the oldest"
                    + " that is kept.")
        @Nullable Long fromNumber,
    @Schema(description = "Number of the last change that is replayed.") long toNumber,
    boolean onlyUndelivered,
    @Schema(description = "Deliveries that were made or begun again so far.") long deliveries,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  /** Whether there is more to come. */
  public enum Status {
    RUNNING,
    PAUSED,
    DONE,
    EXPIRED
  }
}

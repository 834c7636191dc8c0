package health.backstep.faults.load;

import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sending of a request. Repetitions carry the same idempotency key and the same body.
 *
 * @param operation what was asked, such as {@code POST sessions}
 * @param key the idempotency key; empty for a read
 * @param body as it was sent
 * @param begun when it was sent
 * @param took until the answer or the failure
 * @param answer empty when the outcome is unknown: no answer came
 */
public record Attempt(
    String tenant,
    @Nullable UUID patientId,
    ServiceName service,
    String operation,
    String key,
    String body,
    Instant begun,
    Duration took,
    Optional<Answer> answer) {

  /**
   * What a service answered.
   *
   * @param retryAfter seconds, from the header
   */
  public record Answer(
      int status, String body, Optional<String> etag, Optional<Integer> retryAfter) {

    public boolean isAccepted() {
      return status >= 200 && status < 300;
    }
  }
}

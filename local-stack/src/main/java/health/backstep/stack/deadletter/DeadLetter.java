package health.backstep.stack.deadletter;

import health.backstep.stack.platform.ServiceName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A record that a service could not handle, without its payload.
 *
 * @param service the consumer that gave it up
 * @param tenant the partner, {@code unknown} when the record does not say
 * @param headers as they came
 * @param payloadBytes empty for a record without a payload
 * @param cause a stable code
 * @param reason a sentence for people
 */
public record DeadLetter(
    ServiceName service,
    String tenant,
    UUID id,
    Origin origin,
    Optional<String> key,
    Map<String, String> headers,
    Optional<Integer> payloadBytes,
    String cause,
    String reason,
    Instant arrivedAt,
    State state) {

  /** Where the record came from. */
  public record Origin(String topic, int partition, long offset) {

    @Override
    public String toString() {
      return topic + "/" + partition + "@" + offset;
    }
  }

  /** What a person has done with it; the service leaves each as OPEN. */
  public enum State {
    OPEN,
    REPLAYED,
    DISCARDED
  }
}

package health.backstep.backbone.inbox;

import java.util.Optional;
import java.util.UUID;

/**
 * How far a stream has been taken in.
 *
 * @param last the last sequence taken in, 0 at the beginning
 * @param parkedNext the id of the event that is parked with the next sequence, as it came
 */
record Position(long last, Optional<String> parkedNext) {

  boolean isNext(long sequence) {
    return sequence == last + 1;
  }

  /** Whether it is the turn of another event than this one, which came early and waits. */
  boolean anotherIsParkedNext(UUID eventId) {
    return parkedNext.filter(id -> !id.equalsIgnoreCase(eventId.toString())).isPresent();
  }
}

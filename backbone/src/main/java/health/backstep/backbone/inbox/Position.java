package health.backstep.backbone.inbox;

import java.util.Optional;

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
}

package health.backstep.plan.gate;

import java.time.Instant;
import java.util.Optional;

/**
 * What the health professional last said.
 *
 * @param loading whether strength work with contested exercises is included
 * @param recordedAt when it was recorded; it answers only flags raised before
 */
public record Clearance(
    boolean cleared, boolean loading, Optional<Instant> validUntil, Instant recordedAt) {

  boolean isValidAt(Instant time) {
    return cleared && validUntil.map(time::isBefore).orElse(true);
  }

  boolean answers(Instant raisedAt) {
    return cleared && recordedAt.isAfter(raisedAt);
  }
}

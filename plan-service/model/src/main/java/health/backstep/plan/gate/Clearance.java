package health.backstep.plan.gate;

import java.time.Instant;
import java.util.Optional;

/**
 * What the health professional last said.
 *
 * @param loading whether strength work with contested exercises is included
 * @param clearedAt when the patient was last cleared; flags raised before are answered, also when
 *     this clearance has ended since
 */
public record Clearance(
    boolean cleared, boolean loading, Optional<Instant> validUntil, Optional<Instant> clearedAt) {

  boolean isValidAt(Instant time) {
    return cleared && validUntil.map(time::isBefore).orElse(true);
  }

  boolean answers(Instant raisedAt) {
    return clearedAt.filter(raisedAt::isBefore).isPresent();
  }
}

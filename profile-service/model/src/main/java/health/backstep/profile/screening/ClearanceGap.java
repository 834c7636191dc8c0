package health.backstep.profile.screening;

import health.backstep.profile.clearance.Clearance;
import java.time.Instant;
import java.util.Optional;

/** What is missing about a clearance, so that no plan may be active (CL-1). */
public enum ClearanceGap {
  CLEARANCE_NOT_RECORDED,
  CLEARANCE_PENDING,
  CLEARANCE_WITHHELD,
  CLEARANCE_EXPIRED;

  /** Empty when the clearance holds at that time. */
  static Optional<ClearanceGap> in(Optional<Clearance> clearance, Instant time) {
    return clearance
        .map(recorded -> gapOf(recorded, time))
        .orElse(Optional.of(CLEARANCE_NOT_RECORDED));
  }

  private static Optional<ClearanceGap> gapOf(Clearance clearance, Instant time) {
    return switch (clearance.status()) {
      case PENDING -> Optional.of(CLEARANCE_PENDING);
      case WITHHELD -> Optional.of(CLEARANCE_WITHHELD);
      case CLEARED -> clearance.isValidAt(time) ? Optional.empty() : Optional.of(CLEARANCE_EXPIRED);
    };
  }
}

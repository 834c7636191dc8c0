package health.backstep.profile.redflag;

import java.util.Optional;

/**
 * Weakness in the legs, and how urgent it is: on both sides or quickly getting worse RF-EMERGENCY,
 * getting worse on one side RF-URGENT. Stable weakness on one side is a nerve sign that a clinician
 * looks at before any exercise, so it counts as urgent too.
 */
public enum LegWeakness {
  NONE(Optional.empty()),
  ONE_SIDE_STABLE(Optional.of(Urgency.URGENT)),
  ONE_SIDE_PROGRESSIVE(Optional.of(Urgency.URGENT)),
  BOTH_SIDES(Optional.of(Urgency.EMERGENCY)),
  /** Within hours or days, on whichever side. */
  QUICKLY_WORSENING(Optional.of(Urgency.EMERGENCY));

  private final Optional<Urgency> urgency;

  LegWeakness(Optional<Urgency> urgency) {
    this.urgency = urgency;
  }

  /** Empty when there is no weakness. */
  public Optional<Urgency> urgency() {
    return urgency;
  }
}

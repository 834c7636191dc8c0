package health.backstep.profile.redflag;

import java.util.Optional;

/**
 * Weakness in the legs, and how urgent it is.
 *
 * <p>RF-EMERGENCY names quickly worsening weakness and RF-URGENT progressive weakness on one side.
 * One question covers both and does not ask how quickly, so progressive weakness takes the more
 * conservative of the two. Stable weakness on one side is a nerve sign that a clinician looks at
 * before any exercise.
 */
public enum LegWeakness {
  NONE(Optional.empty()),
  ONE_SIDE_STABLE(Optional.of(Urgency.URGENT)),
  ONE_SIDE_PROGRESSIVE(Optional.of(Urgency.EMERGENCY)),
  BOTH_SIDES(Optional.of(Urgency.EMERGENCY));

  private final Optional<Urgency> urgency;

  LegWeakness(Optional<Urgency> urgency) {
    this.urgency = urgency;
  }

  /** Empty when there is no weakness. */
  public Optional<Urgency> urgency() {
    return urgency;
  }
}

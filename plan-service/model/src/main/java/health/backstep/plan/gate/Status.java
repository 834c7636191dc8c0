package health.backstep.plan.gate;

/** Whether a plan may be followed. */
public enum Status {
  ACTIVE,
  /** Held until a clinician has looked at it; after one flare too many at its gentlest. */
  IN_REVIEW,
  /** Not before clearance. */
  WITHHELD,
  /** Stopped by a red flag. */
  SUSPENDED;

  /** Whether the patient sees exercises. */
  public boolean showsExercises() {
    return this == ACTIVE || this == IN_REVIEW;
  }
}

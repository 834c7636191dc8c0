package health.backstep.session.workout;

/** Whether a plan version may be worked from. */
public enum PlanStatus {
  ACTIVE,
  WITHHELD,
  SUSPENDED,
  IN_REVIEW;

  /** A plan in review is held at its gentlest form and still followed. */
  public boolean asksForSessions() {
    return this == ACTIVE || this == IN_REVIEW;
  }
}

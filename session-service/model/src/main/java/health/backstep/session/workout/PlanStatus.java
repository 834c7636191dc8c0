package health.backstep.session.workout;

/** Whether a plan version may be worked from. */
public enum PlanStatus {
  ACTIVE,
  WITHHELD,
  SUSPENDED,
  IN_REVIEW
}

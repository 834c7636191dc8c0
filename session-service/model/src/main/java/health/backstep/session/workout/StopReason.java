package health.backstep.session.workout;

/** Why an exercise was ended before its dose was done. */
public enum StopReason {
  /** It was not stopped. */
  NONE,
  PAIN,
  TIME,
  FATIGUE,
  OTHER
}

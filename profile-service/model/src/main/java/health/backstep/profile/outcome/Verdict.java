package health.backstep.profile.outcome;

/** Whether a score changed by an amount that matters to people (OUT-1). */
public enum Verdict {
  IMPROVED,
  SAME,
  WORSE
}

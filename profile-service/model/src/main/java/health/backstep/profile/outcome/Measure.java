package health.backstep.profile.outcome;

/** What is scored at an assessment, with the ends of its scale (NRS-1, PROM). */
public enum Measure {
  /** Average pain of the last seven days, points. */
  PAIN(10, true),
  /** Oswestry Disability Index, percent. */
  ODI(100, true),
  /** Roland-Morris Disability Questionnaire, points. */
  RMDQ(24, true),
  /** Patient-Specific Functional Scale, mean of the activities. */
  PSFS(10, false),
  /** Fear-avoidance beliefs about physical activity, points. */
  FABQ_PHYSICAL_ACTIVITY(24, true),
  /** Pain Self-Efficacy Questionnaire, points. */
  PSEQ(60, false);

  private final int most;
  private final boolean lessIsBetter;

  Measure(int most, boolean lessIsBetter) {
    this.most = most;
    this.lessIsBetter = lessIsBetter;
  }

  /** The upper end of the scale; the lower one is 0. */
  public int most() {
    return most;
  }

  public boolean lessIsBetter() {
    return lessIsBetter;
  }
}

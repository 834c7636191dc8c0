package health.backstep.plan.routine;

/** Age in completed years, as far as the amounts depend on it (PL-DOSE). */
public enum AgeBand {
  UNDER_20,
  FROM_20_TO_50,
  /** 51 to 65. */
  OVER_50,
  /** 66 and older. */
  OVER_65,
  UNKNOWN;

  boolean isOver50() {
    return this == OVER_50 || this == OVER_65;
  }

  boolean isOver65() {
    return this == OVER_65;
  }
}

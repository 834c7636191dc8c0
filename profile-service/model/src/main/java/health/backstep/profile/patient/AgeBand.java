package health.backstep.profile.patient;

/**
 * All that other services learn about a patient's age: what the dose (PL-DOSE: over 50, over 65)
 * and the screen (RF-ADVISORY: under 20, over 50) depend on. A birth year never leaves the service.
 */
public enum AgeBand {
  UNDER_20,
  FROM_20_TO_50,
  /** 51 to 65. */
  OVER_50,
  /** 66 and older. */
  OVER_65;

  public static AgeBand of(Age age) {
    if (age.mayBeOver(65)) {
      return OVER_65;
    }
    if (age.mayBeOver(50)) {
      return OVER_50;
    }
    return age.mayBeUnder(20) ? UNDER_20 : FROM_20_TO_50;
  }
}

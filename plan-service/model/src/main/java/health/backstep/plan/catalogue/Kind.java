package health.backstep.plan.catalogue;

/** What sort of work an exercise is; stages and regressions choose by it (PL-STAGE, RG-SEVERE). */
public enum Kind {
  RELIEF,
  MOBILITY,
  WALKING,
  ACTIVATION,
  STRENGTH,
  CARDIO,
  STRETCH;

  /**
   * Kinds that stay when everything else is paused (RG-SEVERE): moving gently is better than bed
   * rest.
   */
  public boolean isGentle() {
    return this == RELIEF || this == MOBILITY || this == WALKING;
  }

  /** Kinds that train endurance and count towards the week's minutes (PL-DOSE). */
  public boolean isAerobic() {
    return this == WALKING || this == CARDIO;
  }

  /** Kinds that grow with good sessions (PR-1). */
  public boolean isProgressive() {
    return this == ACTIVATION || this == STRENGTH || this == WALKING || this == CARDIO;
  }
}

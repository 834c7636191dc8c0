package health.backstep.session.workout;

/**
 * Whether a plan version is known where sessions are recorded. Versions are made elsewhere, and an
 * app may have read one before it is heard of here: as long as events do not flow, that takes as
 * long.
 */
public enum Arrival {
  ARRIVED,
  ON_ITS_WAY,
  NEVER_MADE;

  /**
   * So many can be made before the first of them is heard of: without events, only clinicians and
   * the clock change a plan.
   */
  private static final int MOST_ON_THEIR_WAY = 3;

  /**
   * Of a version of a patient's plan.
   *
   * @param version from 1
   * @param latest the highest version that is known; 0 when none is
   */
  public static Arrival of(int version, int latest) {
    if (version <= latest) {
      return ARRIVED;
    }
    return version - latest <= MOST_ON_THEIR_WAY ? ON_ITS_WAY : NEVER_MADE;
  }
}

package health.backstep.safety.history;

/** What sort of course a history takes, so that what is rare in life is not rare here. */
enum Course {
  STEADY,
  FLARING,
  WATCHED,
  MIXED;

  /**
   * How often session, flare, settling, assessment, clearance, withdrawal, registration, red flag,
   * lapse and review come.
   */
  int[] weights() {
    return switch (this) {
      case STEADY -> new int[] {74, 3, 4, 10, 2, 1, 2, 1, 1, 2};
      case FLARING -> new int[] {25, 35, 25, 6, 2, 1, 2, 1, 1, 5};
      case WATCHED -> new int[] {20, 10, 8, 10, 18, 8, 6, 8, 6, 8};
      case MIXED -> new int[] {30, 15, 12, 10, 6, 4, 8, 4, 3, 8};
    };
  }
}

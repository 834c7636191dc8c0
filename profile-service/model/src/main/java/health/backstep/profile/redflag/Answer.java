package health.backstep.profile.redflag;

/** The answer to one safety question. An open question is {@link #UNKNOWN} and never a no. */
public enum Answer {
  YES,
  NO,
  UNKNOWN;

  /** What a yes/no question gave; {@code null} is a question left open. */
  public static Answer of(Boolean given) {
    if (given == null) {
      return UNKNOWN;
    }
    return given ? YES : NO;
  }
}

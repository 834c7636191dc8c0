package health.backstep.faults.check.evidence;

/**
 * What of a payload an invariant asks for.
 *
 * @param episode of a flare: OPENED, ESCALATED or CONTINUED; otherwise empty
 * @param planVersion of a plan or its state, otherwise 0
 * @param digest of a plan or its state, otherwise empty
 */
public record Told(String episode, int planVersion, String digest) {

  public static final Told NOTHING = new Told("", 0, "");

  /** A flare that must change the plan. */
  public boolean opensOrEscalates() {
    return episode.equals("OPENED") || episode.equals("ESCALATED");
  }
}

package health.backstep.faults.check.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * What of a payload an invariant asks for.
 *
 * @param episode of a flare: OPENED, ESCALATED or CONTINUED; otherwise empty
 * @param planVersion of a plan or its state, otherwise 0
 * @param digest of a plan or its state, otherwise empty
 * @param until when a clearance ends; empty for one without end and for anything else
 */
public record Told(String episode, int planVersion, String digest, Optional<Instant> until) {

  public static final Told NOTHING = new Told("", 0, "");

  /** Of a flare, a plan or a state. */
  public Told(String episode, int planVersion, String digest) {
    this(episode, planVersion, digest, Optional.empty());
  }

  /** Of a clearance. */
  public static Told clearance(Optional<Instant> until) {
    return new Told("", 0, "", until);
  }

  /** A flare that must change the plan. */
  public boolean opensOrEscalates() {
    return episode.equals("OPENED") || episode.equals("ESCALATED");
  }
}

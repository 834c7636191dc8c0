package health.backstep.faults.nemesis;

import java.util.UUID;

/**
 * A record that the nemesis put on a topic.
 *
 * @param mark in its header {@value #MARK}; an unchanged copy has no such header
 * @param deadLetters how many dead letters must come of it: one for each service that has to refuse
 *     it
 */
public record Injected(Kind kind, String topic, UUID mark, int deadLetters) {

  /** The header that tells an injected record, and its dead letters, from the others. */
  public static final String MARK = "x-injected";

  /** What was wrong with it. */
  public enum Kind {
    /** A record came once more, unchanged. */
    DUPLICATE,
    /** Records of one patient came in another order. */
    REORDERED,
    /** Headers, key or payload that cannot be read. */
    POISON,
    /** As large as a broker takes at all. */
    OVERSIZED,
    /** A patient's event under another tenant's name. */
    FORGED_TENANT,
    /** Another event under a sequence that the patient's stream has used. */
    SEQUENCE_CONFLICT,
    /** A version of the envelope or of an event that nobody knows yet. */
    UNKNOWN_VERSION
  }
}

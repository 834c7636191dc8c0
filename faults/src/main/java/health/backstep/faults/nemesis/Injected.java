package health.backstep.faults.nemesis;

import java.util.UUID;

/**
 * A record that the nemesis put on a topic.
 *
 * @param mark in its header {@code x-injected}, if the record was not a copy
 * @param deadLetters how many dead letters must come of it: one for each service that listens
 */
public record Injected(Kind kind, String topic, UUID mark, int deadLetters) {

  /** What was wrong with it. */
  public enum Kind {
    DUPLICATE,
    REORDERED,
    POISON,
    OVERSIZED,
    FORGED_TENANT,
    UNKNOWN_VERSION
  }
}

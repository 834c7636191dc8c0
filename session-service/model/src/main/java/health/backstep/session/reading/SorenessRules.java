package health.backstep.session.reading;

import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * SO-1 and SO-2: an ache in worked muscles is soreness up to 72 hours after the work, to the
 * second, and a mild flare after that. Alarming signs are never soreness; the readers see to FL-3
 * first. An ache over the limit of SO-1 is pain, however dull it is, and read as PM-RED: what led
 * to it was too much.
 */
final class SorenessRules {

  private final Duration soreFor;
  private final int acheUpTo;
  private final Duration lastingAfter;

  SorenessRules(RuleSet rules) {
    soreFor = Duration.ofHours(rules.rule("SO-1").threshold("hours"));
    acheUpTo = rules.rule("SO-1").threshold("painUpTo");
    lastingAfter = Duration.ofHours(rules.rule("SO-2").threshold("hours"));
  }

  /** Soon enough for SO-1. Without a known session there was no work to be sore from. */
  boolean soon(Optional<SessionTimes> work, Instant at) {
    return work.map(session -> sinceEnd(session, at))
        .filter(since -> !since.isNegative() && since.compareTo(soreFor) <= 0)
        .isPresent();
  }

  /** Within SO-1's limit, 0-10. */
  boolean bearable(int pain) {
    return pain <= acheUpTo;
  }

  /** SO-2. */
  boolean lasting(Optional<SessionTimes> work, Instant at) {
    return work.filter(session -> sinceEnd(session, at).compareTo(lastingAfter) > 0).isPresent();
  }

  private static Duration sinceEnd(SessionTimes session, Instant at) {
    return Duration.between(session.endedAt(), at);
  }
}

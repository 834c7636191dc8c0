package health.backstep.session.reading;

import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * SO-1 and SO-2: an ache in worked muscles is soreness up to 72 hours after the work, to the
 * second, and a mild flare after that. Alarming signs are never soreness; the readers see to FL-3
 * first.
 */
final class SorenessRules {

  private final Duration soreFor;
  private final Duration lastingAfter;

  SorenessRules(RuleSet rules) {
    soreFor = Duration.ofHours(rules.rule("SO-1").threshold("hours"));
    lastingAfter = Duration.ofHours(rules.rule("SO-2").threshold("hours"));
  }

  /** SO-1. Without a known session there was no work to be sore from. */
  boolean sore(Optional<SessionTimes> work, Instant at) {
    return work.map(session -> sinceEnd(session, at))
        .filter(since -> !since.isNegative() && since.compareTo(soreFor) <= 0)
        .isPresent();
  }

  /** SO-2. */
  boolean lasting(Optional<SessionTimes> work, Instant at) {
    return work.filter(session -> sinceEnd(session, at).compareTo(lastingAfter) > 0).isPresent();
  }

  private static Duration sinceEnd(SessionTimes session, Instant at) {
    return Duration.between(session.endedAt(), at);
  }
}

package health.backstep.backbone.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Lanes whose next row cannot be sent for a reason of its own, and topics that are not there. Later
 * rows wait behind them, all others go on, and after a while they are tried again.
 */
final class HeldBack {

  private static final Logger LOG = Logger.getLogger(HeldBack.class);

  /** A topic that is away is mostly being made or moved: it is back soon. */
  private static final Duration TOPIC_RETRY = Duration.ofSeconds(3);

  private final Clock clock;
  private final Duration retry;
  private final Map<Lane, Instant> until = new HashMap<>();
  private final Map<String, Instant> topicsUntil = new HashMap<>();

  HeldBack(Clock clock, Duration retry) {
    this.clock = clock;
    this.retry = retry;
  }

  void add(Map<OutboxRow, Throwable> refused) {
    refused.forEach(
        (row, failure) -> {
          until.put(row.lane(), clock.instant().plus(retry));
          LOG.warnf(
              "The outbox row at position %d cannot be sent: %s. Later events of its key on %s wait"
                  + " behind it, all others go on. It is tried again in %s.",
              row.position(), failure.getClass().getSimpleName(), row.lane().topic(), retry);
        });
  }

  void addTopics(Map<String, Throwable> away) {
    away.forEach(
        (topic, failure) -> {
          topicsUntil.put(topic, clock.instant().plus(TOPIC_RETRY));
          LOG.warnf(
              "Kafka does not give us %s: %s. Its events wait and are tried again in %s, those of"
                  + " other topics go on. Is the topic there, and may this service write to it?",
              topic, failure.getClass().getSimpleName(), TOPIC_RETRY);
        });
  }

  /** The lanes that wait now. */
  Set<Lane> lanes() {
    return waiting(until);
  }

  /** The topics that wait now. */
  Set<String> topics() {
    return waiting(topicsUntil);
  }

  private <T> Set<T> waiting(Map<T, Instant> held) {
    Instant now = clock.instant();
    held.values().removeIf(retryAt -> !now.isBefore(retryAt));
    return Set.copyOf(held.keySet());
  }
}

package health.backstep.backbone.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Lanes whose next row cannot be sent for a reason of its own. Their later rows wait behind it, all
 * other lanes go on, and after a while the row is tried again.
 */
final class HeldBack {

  private static final Logger LOG = Logger.getLogger(HeldBack.class);

  private final Clock clock;
  private final Duration retry;
  private final Map<Lane, Instant> until = new HashMap<>();

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

  /** The lanes that wait now. */
  Set<Lane> lanes() {
    Instant now = clock.instant();
    until.values().removeIf(retryAt -> !now.isBefore(retryAt));
    return Set.copyOf(until.keySet());
  }
}

package health.backstep.backbone.outbox;

import health.backstep.backbone.outbox.Rebuilds.Rebuild;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Sends topics again, in steps. While a topic is under way nothing new goes out on it, so that on
 * an emptied topic, too, each patient's events stand in their order. How far it has come is kept in
 * the database: after a crash the next active relay goes on from there.
 */
final class Rebuilding {

  private static final Logger LOG = Logger.getLogger(Rebuilding.class);
  private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final Rebuilds rebuilds;
  private final Waves waves;
  private final int step;
  private Set<String> topics = Set.of();
  private long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

  Rebuilding(Rebuilds rebuilds, Waves waves, int step) {
    this.rebuilds = rebuilds;
    this.waves = waves;
    this.step = step;
  }

  /** Topics on which nothing new may go out now. */
  Set<String> topics() {
    return topics;
  }

  /** Sends the next step of each topic that is under way. */
  void goOn() throws SQLException, InterruptedException, KafkaAway {
    long now = System.nanoTime();
    if (topics.isEmpty() && now - lookedAt < LOOK_EVERY_NANOS) {
      return;
    }
    lookedAt = now;
    Set<String> underWay = new HashSet<>();
    for (Rebuild rebuild : rebuilds.unfinished()) {
      underWay.add(rebuild.topic());
      topics = Set.copyOf(underWay);
      if (!sendStep(rebuild)) {
        underWay.remove(rebuild.topic());
      }
    }
    topics = Set.copyOf(underWay);
  }

  private boolean sendStep(Rebuild rebuild) throws SQLException, InterruptedException, KafkaAway {
    List<OutboxRow> rows = rebuilds.next(rebuild, step);
    if (rows.isEmpty()) {
      rebuilds.finish(rebuild);
      LOG.infof("%s has been sent again, up to position %d", rebuild.topic(), rebuild.upTo());
      return false;
    }
    Outcome outcome = waves.send(rows);
    outcome
        .refused()
        .forEach(
            (row, failure) ->
                LOG.warnf(
                    "The outbox row at position %d cannot be sent again: %s. Mend it and ask for"
                        + " the rebuild of %s again.",
                    row.position(), failure.getClass().getSimpleName(), rebuild.topic()));
    rebuilds.advance(rebuild, sentUpTo(rebuild, rows, outcome), outcome.acknowledged().size());
    if (outcome.kafka().isPresent()) {
      throw new KafkaAway(outcome.kafka().get());
    }
    return true;
  }

  /** The last position before which every row has been dealt with. */
  private static long sentUpTo(Rebuild rebuild, List<OutboxRow> rows, Outcome outcome) {
    Set<OutboxRow> done = new HashSet<>(outcome.acknowledged());
    done.addAll(outcome.refused().keySet());
    long sentUpTo = rebuild.sentUpTo();
    for (OutboxRow row : rows) {
      if (!done.contains(row)) {
        break;
      }
      sentUpTo = row.position();
    }
    return sentUpTo;
  }
}

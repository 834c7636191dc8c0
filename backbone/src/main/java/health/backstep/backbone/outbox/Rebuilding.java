package health.backstep.backbone.outbox;

import health.backstep.backbone.outbox.Rebuilds.Rebuild;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
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
  private final HeldBack heldBack;
  private final int step;
  private Set<String> topics = Set.of();
  private long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

  Rebuilding(Rebuilds rebuilds, Waves waves, HeldBack heldBack, int step) {
    this.rebuilds = rebuilds;
    this.waves = waves;
    this.heldBack = heldBack;
    this.step = step;
  }

  /** Topics on which nothing new may go out now. */
  Set<String> topics() {
    return topics;
  }

  /** Whether a next step could be sent at once. */
  boolean hasMore() {
    return !heldBack.topics().containsAll(topics);
  }

  /** Sends the next step of each topic that is under way. */
  void goOn() throws SQLException, InterruptedException, KafkaAway {
    long now = System.nanoTime();
    if (!hasMore() && now - lookedAt < LOOK_EVERY_NANOS) {
      return;
    }
    lookedAt = now;
    Set<String> underWay = new HashSet<>();
    for (Rebuild rebuild : rebuilds.unfinished()) {
      underWay.add(rebuild.topic());
      topics = Set.copyOf(underWay);
      if (!heldBack.topics().contains(rebuild.topic()) && isDoneAfterNextStep(rebuild)) {
        underWay.remove(rebuild.topic());
      }
    }
    topics = Set.copyOf(underWay);
  }

  private boolean isDoneAfterNextStep(Rebuild rebuild)
      throws SQLException, InterruptedException, KafkaAway {
    List<OutboxRow> rows = rebuilds.next(rebuild, step);
    if (rows.isEmpty()) {
      rebuilds.finish(rebuild);
      LOG.infof("%s has been sent again, up to position %d", rebuild.topic(), rebuild.upTo());
      return true;
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
    long sentUpTo = sentUpTo(rebuild, rows, outcome);
    rebuilds.advance(
        rebuild,
        sentUpTo,
        counted(outcome.acknowledged(), rebuild, sentUpTo),
        counted(outcome.refused().keySet(), rebuild, sentUpTo));
    if (outcome.kafka().isPresent() && outcome.awayTopics().isEmpty()) {
      throw new KafkaAway(outcome.kafka().get());
    }
    heldBack.addTopics(outcome.awayTopics());
    return false;
  }

  /** Rows behind the new place are sent once more and count then. */
  private static long counted(Collection<OutboxRow> rows, Rebuild rebuild, long sentUpTo) {
    long last = Math.min(sentUpTo, rebuild.upTo());
    return rows.stream().filter(row -> row.position() <= last).count();
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

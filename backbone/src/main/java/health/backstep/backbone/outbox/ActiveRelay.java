package health.backstep.backbone.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;

/** The work of the relay that leads, with one session in the database and one producer. */
final class ActiveRelay {

  private final RelayConfig config;
  private final Leadership leadership;
  private final OutboxState state;
  private final UnsentEvents unsent;
  private final Waves waves;
  private final Rebuilding rebuilding;
  private final HeldBack heldBack;
  private long measuredAt;

  ActiveRelay(
      RelayConfig config,
      Leadership leadership,
      Producer<String, byte[]> producer,
      ObjectMapper json,
      OutboxState state,
      Clock clock) {
    Connection connection = leadership.connection();
    this.config = config;
    this.leadership = leadership;
    this.state = state;
    this.unsent = new UnsentEvents(connection);
    this.waves = new Waves(producer, json, this::beat);
    this.rebuilding = new Rebuilding(new Rebuilds(connection), waves, config.batch());
    this.heldBack = new HeldBack(clock, config.heldBackRetry());
    this.measuredAt = System.nanoTime() - config.measureEvery().toNanos();
  }

  /**
   * Sends one batch, and one step of each topic that is being sent again.
   *
   * @return whether there is probably more to send
   */
  boolean relay() throws SQLException, InterruptedException, KafkaAway {
    beat();
    rebuilding.goOn();
    Set<Lane> lanes = heldBack.lanes();
    List<OutboxRow> rows = unsent.next(config.batch(), rebuilding.topics(), lanes);
    if (rows.isEmpty()) {
      state.nothingUnsent();
    } else {
      state.oldestUnsent(rows.getFirst().createdAt());
      send(rows);
    }
    return rows.size() == config.batch() || !rebuilding.topics().isEmpty();
  }

  /** Whatever was acknowledged is marked, also what came after a failed row of another lane. */
  private void send(List<OutboxRow> rows) throws SQLException, InterruptedException, KafkaAway {
    Outcome outcome = waves.send(rows);
    unsent.markSent(outcome.acknowledged());
    state.sent(outcome.acknowledged());
    heldBack.add(outcome.refused());
    state.blocked(heldBack.lanes().size());
    if (outcome.kafka().isPresent()) {
      throw new KafkaAway(outcome.kafka().get());
    }
  }

  private void beat() throws SQLException {
    leadership.hold();
    if (System.nanoTime() - measuredAt >= config.measureEvery().toNanos()) {
      measuredAt = System.nanoTime();
      Set<Lane> lanes = heldBack.lanes();
      state.pending(unsent.count(config.countAtMost()));
      state.blocked(lanes.size());
      unsent
          .oldest(rebuilding.topics(), lanes)
          .ifPresentOrElse(state::oldestUnsent, state::nothingUnsent);
    }
  }
}

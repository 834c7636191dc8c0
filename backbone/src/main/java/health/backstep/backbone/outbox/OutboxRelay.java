package health.backstep.backbone.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;

/**
 * Sends what the outbox holds and marks it after Kafka's acknowledgement: at least once, in order
 * for each patient. One relay of a service is active at a time; another instance's takes over when
 * its connection ends.
 */
@ApplicationScoped
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final RelayConfig config;
  private final EventProducer producers;
  private final ObjectMapper json;
  private final RelayWake wake;
  private final OutboxState state;
  private volatile boolean running;
  private Thread thread;

  OutboxRelay(
      RelayConfig config,
      EventProducer producers,
      ObjectMapper json,
      RelayWake wake,
      OutboxState state) {
    this.config = config;
    this.producers = producers;
    this.json = json;
    this.wake = wake;
    this.state = state;
  }

  void start(@Observes StartupEvent started) {
    running = true;
    thread = Thread.ofPlatform().name("outbox-relay").start(this::relayUntilStopped);
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    wake.signal();
    if (!thread.join(STOP_WITHIN)) {
      thread.interrupt();
    }
  }

  private void relayUntilStopped() {
    while (running) {
      try (UnsentEvents unsent = UnsentEvents.connect(config, json)) {
        if (unsent.lead()) {
          relayWhileLeading(unsent);
        } else {
          Thread.sleep(config.leaderRetry());
        }
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | ExecutionException | RuntimeException e) {
        LOG.warnf("Events wait in the outbox and are tried again: %s", reason(e));
        pause();
      }
    }
  }

  private void relayWhileLeading(UnsentEvents unsent)
      throws SQLException, InterruptedException, ExecutionException {
    LOG.info("This instance relays the outbox");
    try (Producer<String, byte[]> producer = producers.open()) {
      while (running) {
        if (relay(unsent, producer) < config.batch()) {
          wake.await(config.safetyPoll());
        }
      }
    }
  }

  /**
   * Sends one batch. When a send fails everything before it is marked and the rest is sent again in
   * order, by a new producer; consumers drop what they then see twice.
   */
  private int relay(UnsentEvents unsent, Producer<String, byte[]> producer)
      throws SQLException, InterruptedException, ExecutionException {
    List<UnsentEvents.Row> rows = unsent.next(config.batch());
    if (rows.isEmpty()) {
      state.nothingUnsent();
      return 0;
    }
    state.oldestUnsent(rows.getFirst().createdAt());
    List<Future<RecordMetadata>> sends =
        rows.stream().map(row -> producer.send(row.event())).toList();
    List<UnsentEvents.Row> acknowledged = new ArrayList<>(rows.size());
    try {
      for (int i = 0; i < rows.size(); i++) {
        sends.get(i).get();
        acknowledged.add(rows.get(i));
      }
    } finally {
      unsent.markSent(acknowledged);
      state.sent(acknowledged);
    }
    return rows.size();
  }

  private void pause() {
    try {
      Thread.sleep(AFTER_FAILURE);
    } catch (InterruptedException e) {
      running = false;
    }
  }

  /** Class and SQLSTATE or Kafka's own words; none of them holds a payload. */
  private static String reason(Exception failure) {
    Throwable cause = failure instanceof ExecutionException ? failure.getCause() : failure;
    return cause instanceof SQLException sql
        ? "database, SQLSTATE " + sql.getSQLState()
        : cause.getClass().getSimpleName();
  }
}

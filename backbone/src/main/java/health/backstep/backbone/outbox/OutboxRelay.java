package health.backstep.backbone.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/**
 * Sends what the outbox holds and marks it after Kafka's acknowledgement: at least once, in order
 * for each patient. One relay of a service is active at a time; another instance's takes over when
 * its session in the database ends, be it dead or only frozen. One that cannot reach Kafka makes
 * way for an instance that can.
 */
@ApplicationScoped
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final RelayConfig config;
  private final EventProducer producers;
  private final ObjectMapper json;
  private final RelayWake wake;
  private final OutboxState state;
  private final Clock clock;
  private volatile boolean running;
  private Thread thread;

  OutboxRelay(
      RelayConfig config,
      EventProducer producers,
      ObjectMapper json,
      RelayWake wake,
      OutboxState state,
      Clock clock) {
    this.config = config;
    this.producers = producers;
    this.json = json;
    this.wake = wake;
    this.state = state;
    this.clock = clock;
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
      try (Leadership leadership = Leadership.seek(config)) {
        standBy(leadership);
        lead(leadership);
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | KafkaAway | RuntimeException | Error e) {
        LOG.warnf("Events wait in the outbox and are tried again: %s", reason(e));
        pauseSoThatAnotherCanLead();
      }
    }
  }

  private void standBy(Leadership leadership) throws SQLException, InterruptedException {
    while (running && !leadership.tryTake()) {
      state.anotherLeads();
      Thread.sleep(config.leaderRetry());
    }
  }

  private void lead(Leadership leadership) throws SQLException, InterruptedException, KafkaAway {
    if (!running) {
      return;
    }
    LOG.info("This instance relays the outbox");
    AfterAbsence.sendAgain(leadership.connection(), config.againAfter());
    Producer<String, byte[]> producer = producers.open();
    state.leads(true);
    try {
      ActiveRelay relay = new ActiveRelay(config, leadership, producer, json, state, clock);
      while (running) {
        if (!relay.relay()) {
          wake.await(config.safetyPoll());
        }
      }
    } finally {
      state.leads(false);
      // At once: what has not gone out yet must not go out after the lead was lost.
      producer.close(Duration.ZERO);
    }
  }

  private void pauseSoThatAnotherCanLead() {
    try {
      Thread.sleep(config.leaderRetry().multipliedBy(3).dividedBy(2));
    } catch (InterruptedException e) {
      running = false;
    }
  }

  /** Class and SQLSTATE; messages can quote what a row held. */
  private static String reason(Throwable failure) {
    return switch (failure) {
      case SQLException database -> "database, SQLSTATE " + database.getSQLState();
      case KafkaAway away -> "Kafka, " + away.getCause().getClass().getSimpleName();
      default -> failure.getClass().getSimpleName();
    };
  }
}

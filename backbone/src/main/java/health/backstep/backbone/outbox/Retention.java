package health.backstep.backbone.outbox;

import health.backstep.backbone.failure.Failures;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Removes rows that are past their time, oldest first and a few at a time, on the instance whose
 * relay is active. It has a connection and a thread of its own, so that sending never waits for it.
 */
@ApplicationScoped
public class Retention {

  private static final Logger LOG = Logger.getLogger(Retention.class);

  /** Longer than any pause between two steps. */
  private static final Duration SILENT = Duration.ofSeconds(30);

  private final RelayConfig relay;
  private final RetentionConfig config;
  private final OutboxState state;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final Thread thread =
      Thread.ofPlatform().name("outbox-retention").daemon().unstarted(this::removeUntilStopped);

  Retention(
      RelayConfig relay,
      RetentionConfig config,
      OutboxState state,
      Clock clock,
      MeterRegistry metrics) {
    this.relay = relay;
    this.config = config;
    this.state = state;
    this.clock = clock;
    this.metrics = metrics;
  }

  void start(@Observes StartupEvent started) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent stopping) {
    thread.interrupt();
  }

  private void removeUntilStopped() {
    try {
      while (true) {
        Thread.sleep(config.interval());
        if (state.leads()) {
          round();
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopping");
    }
  }

  private void round() throws InterruptedException {
    try (Connection connection = Leadership.connect(relay, "outbox-retention", SILENT)) {
      remove(connection, Expiring.OUTBOX, config.outbox());
      remove(connection, Expiring.INBOX, config.inbox());
      remove(connection, Expiring.IDEMPOTENCY, config.idempotency());
      remove(connection, Expiring.DEAD_LETTER, config.deadLetter());
    } catch (SQLException e) {
      LOG.warnf("Old rows are removed later: database, SQLSTATE %s", e.getSQLState());
    } catch (RuntimeException e) {
      LOG.warnf("Old rows are removed later: %s", Failures.name(e));
    }
  }

  private void remove(Connection connection, Expiring kind, Duration keep)
      throws SQLException, InterruptedException {
    Instant before = clock.instant().minus(keep);
    Optional<Instant> after = Optional.of(Instant.EPOCH);
    while (after.isPresent() && state.leads()) {
      Expiring.Step step = kind.remove(connection, after.get(), before, config.step());
      metrics
          .counter("backstep.retention.removed", "table", kind.table())
          .increment(step.removed());
      after = step.lookedUpTo();
      Thread.sleep(config.pause());
    }
  }
}

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
 * Between the rounds the thread of every instance notes that the service is there.
 */
@ApplicationScoped
public class Retention {

  private static final Logger LOG = Logger.getLogger(Retention.class);

  /** Longer than any pause between two steps. */
  private static final Duration SILENT = Duration.ofSeconds(30);

  private final RelayConfig relay;
  private final RetentionConfig config;
  private final OutboxState state;
  private final Presence presence;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final Thread thread =
      Thread.ofPlatform().name("outbox-retention").daemon().unstarted(this::removeUntilStopped);

  Retention(
      RelayConfig relay,
      RetentionConfig config,
      OutboxState state,
      Presence presence,
      Clock clock,
      MeterRegistry metrics) {
    this.relay = relay;
    this.config = config;
    this.state = state;
    this.presence = presence;
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
    Duration interval = config.interval();
    Duration pause = interval.compareTo(Presence.NOTED_EVERY) < 0 ? interval : Presence.NOTED_EVERY;
    long last = System.nanoTime();
    try {
      while (true) {
        notePresence();
        Thread.sleep(pause);
        if (state.leads() && System.nanoTime() - last >= interval.toNanos()) {
          last = System.nanoTime();
          round();
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopping");
    }
  }

  private void notePresence() {
    try {
      presence.note();
    } catch (SQLException e) {
      LOG.debugf("That the service is there is noted later: SQLSTATE %s", e.getSQLState());
    }
  }

  private void round() throws InterruptedException {
    try (Connection connection = Leadership.connect(relay, "outbox-retention", SILENT)) {
      for (Expiring kind : Expiring.values()) {
        remove(connection, kind);
      }
      removeLines(new ExpiringLines(connection));
    } catch (SQLException e) {
      LOG.warnf("Old rows are removed later: database, SQLSTATE %s", e.getSQLState());
    } catch (RuntimeException e) {
      LOG.warnf("Old rows are removed later: %s", Failures.name(e));
    }
  }

  private void remove(Connection connection, Expiring kind)
      throws SQLException, InterruptedException {
    Instant before = before(kind.lifetime(config));
    Optional<Instant> from = Optional.of(Instant.EPOCH);
    while (from.isPresent() && state.leads()) {
      Expiring.Step step = kind.remove(connection, from.get(), before, config.step());
      count(kind.table(), step.removed());
      from = step.lookedUpTo();
      Thread.sleep(config.pause());
    }
  }

  private void removeLines(ExpiringLines lines) throws SQLException, InterruptedException {
    Instant before = before(config.audit());
    for (String chain : lines.chains()) {
      int removed = config.step();
      while (removed == config.step() && state.leads()) {
        removed = lines.remove(chain, before, config.step());
        count(ExpiringLines.TABLE, removed);
        Thread.sleep(config.pause());
      }
    }
  }

  private Instant before(Duration lifetime) {
    return clock.instant().minus(presence.span(lifetime));
  }

  private void count(String table, int removed) {
    metrics.counter("backstep.retention.removed", "table", table).increment(removed);
  }
}

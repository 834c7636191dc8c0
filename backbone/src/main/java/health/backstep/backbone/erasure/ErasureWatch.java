package health.backstep.backbone.erasure;

import health.backstep.backbone.failure.Failures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Looks for erasures that are to be brought to their end, and tells this process whom to forget.
 * Every instance does so: the erasure itself happened on one of them.
 */
@ApplicationScoped
public class ErasureWatch {

  private static final Logger LOG = Logger.getLogger(ErasureWatch.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  /** An erasure is seen some time after it was dated, and clocks differ. */
  private static final Duration SEEN_LATE = Duration.ofMinutes(2);

  private final ErasureOverview overview;
  private final SettlingErasure settling;
  private final ErasureSteps steps;
  private final ErasureConfig config;
  private final Clock clock;
  private final Thread thread =
      Thread.ofPlatform().name("erasure-watch").daemon().unstarted(this::watchUntilStopped);
  private Instant lookedAt;

  ErasureWatch(
      ErasureOverview overview,
      SettlingErasure settling,
      ErasureSteps steps,
      ErasureConfig config,
      Clock clock) {
    this.overview = overview;
    this.settling = settling;
    this.steps = steps;
    this.config = config;
    this.clock = clock;
    this.lookedAt = clock.instant();
  }

  void start(@Observes StartupEvent started) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    thread.interrupt();
    thread.join(STOP_WITHIN);
  }

  private void watchUntilStopped() {
    try {
      while (true) {
        Thread.sleep(config.lookEvery());
        look();
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopping");
    }
  }

  private void look() {
    Instant now = clock.instant();
    try (Connection connection = overview.connect()) {
      overview
          .since(connection, lookedAt.minus(SEEN_LATE))
          .forEach(erased -> steps.forget(erased.patientId()));
      overview.open(connection).forEach(this::settle);
      lookedAt = now;
    } catch (SQLException e) {
      LOG.debugf("Erasures are looked at again after SQLSTATE %s", e.getSQLState());
    } catch (RuntimeException e) {
      LOG.warnf("Erasures are looked at again after %s", Failures.name(e));
    }
  }

  /** What fails for one keeps no other waiting. */
  private void settle(ErasureOverview.Erased erased) {
    try {
      settling.settle(erased.tenant(), erased.patientId());
    } catch (RuntimeException e) {
      LOG.warnf("An erasure is settled later after %s", Failures.name(e));
    }
  }
}

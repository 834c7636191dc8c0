package health.backstep.backbone.erasure;

import health.backstep.backbone.failure.Failures;
import health.backstep.backbone.watch.AllTenants;
import health.backstep.backbone.watch.Watch;
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

  /** An erasure is seen some time after it was dated, and clocks differ. */
  private static final Duration SEEN_LATE = Duration.ofMinutes(2);

  private final SettlingErasure settling;
  private final ErasureSteps steps;
  private final Clock clock;
  private final Watch watch;
  private Instant lookedAt;

  ErasureWatch(
      AllTenants tenants,
      SettlingErasure settling,
      ErasureSteps steps,
      ErasureConfig config,
      Clock clock) {
    this.settling = settling;
    this.steps = steps;
    this.clock = clock;
    this.lookedAt = clock.instant();
    this.watch = new Watch("erasure-watch", tenants, config.lookEvery(), this::look);
  }

  void start(@Observes StartupEvent started) {
    watch.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    watch.stop();
  }

  private void look(Connection connection) throws SQLException {
    Instant now = clock.instant();
    ErasureOverview.since(connection, lookedAt.minus(SEEN_LATE))
        .forEach(erased -> steps.forget(erased.patientId()));
    ErasureOverview.open(connection).forEach(this::settle);
    lookedAt = now;
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

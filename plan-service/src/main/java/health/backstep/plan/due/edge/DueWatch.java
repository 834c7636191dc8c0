package health.backstep.plan.due.edge;

import health.backstep.backbone.failure.Failures;
import health.backstep.backbone.tenancy.ErasedPatients;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Announces what falls due while nothing else happens to a patient. Every instance looks; what one
 * of them is announcing the others pass over, and what one left undone another does.
 */
@ApplicationScoped
public class DueWatch {

  private static final Logger LOG = Logger.getLogger(DueWatch.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final DueOverview overview;
  private final AnnouncingDue announcing;
  private final TenantTransaction transaction;
  private final ErasedPatients erased;
  private final DueConfig config;
  private final Clock clock;
  private final Thread thread =
      Thread.ofPlatform().name("due-watch").daemon().unstarted(this::watchUntilStopped);

  DueWatch(
      DueOverview overview,
      AnnouncingDue announcing,
      TenantTransaction transaction,
      ErasedPatients erased,
      DueConfig config,
      Clock clock) {
    this.overview = overview;
    this.announcing = announcing;
    this.transaction = transaction;
    this.erased = erased;
    this.config = config;
    this.clock = clock;
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

  /** One look, by the clock of the service. */
  void look() {
    try {
      for (DueOverview.Patient patient : overview.waiting(clock.instant(), config.lookStep())) {
        announce(patient);
      }
    } catch (SQLException e) {
      LOG.debugf("What is due is looked at again after SQLSTATE %s", e.getSQLState());
    }
  }

  /** What fails for one patient keeps nobody else waiting. */
  private void announce(DueOverview.Patient patient) {
    try {
      transaction.run(
          new Tenant(patient.tenant()),
          () -> {
            if (!erased.include(patient.id())) {
              announcing.announce(patient.id());
            }
          });
    } catch (RuntimeException e) {
      LOG.warnf("What is due is announced later after %s", Failures.name(e));
    }
  }
}

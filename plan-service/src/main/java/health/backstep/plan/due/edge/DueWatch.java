package health.backstep.plan.due.edge;

import health.backstep.backbone.failure.Failures;
import health.backstep.backbone.tenancy.ErasedPatients;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.backbone.watch.AllTenants;
import health.backstep.backbone.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Announces what falls due while nothing else happens to a patient. Every instance looks; what one
 * of them is announcing the others pass over, and what one left undone another does.
 */
@ApplicationScoped
public class DueWatch {

  private static final Logger LOG = Logger.getLogger(DueWatch.class);

  private final DueOverview overview;
  private final AnnouncingDue announcing;
  private final TenantTransaction transaction;
  private final ErasedPatients erased;
  private final DueConfig config;
  private final Clock clock;
  private final Watch watch;

  DueWatch(
      DueOverview overview,
      AnnouncingDue announcing,
      TenantTransaction transaction,
      ErasedPatients erased,
      DueConfig config,
      AllTenants tenants,
      Clock clock) {
    this.overview = overview;
    this.announcing = announcing;
    this.transaction = transaction;
    this.erased = erased;
    this.config = config;
    this.clock = clock;
    this.watch = new Watch("due-watch", tenants, config.lookEvery(), this::look);
  }

  void start(@Observes StartupEvent started) {
    watch.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    watch.stop();
  }

  /** One look, by the clock of the service. */
  void look(Connection connection) throws SQLException {
    Instant now = clock.instant();
    for (DueOverview.Patient patient : overview.waiting(connection, now, config.lookStep())) {
      announce(patient);
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

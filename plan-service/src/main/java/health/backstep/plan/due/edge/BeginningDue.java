package health.backstep.plan.due.edge;

import health.backstep.backbone.failure.Failures;
import health.backstep.backbone.tenancy.ErasedPatients;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.backbone.watch.AllTenants;
import health.backstep.backbone.watch.Watch;
import health.backstep.plan.due.edge.DueOverview.Known;
import health.backstep.plan.due.edge.DueOverview.Patient;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Goes round all patients now and then, a few at each step, and begins to keep what is due for
 * those of whom only the history is kept, because it was folded before there were due items. Else
 * nobody would be reminded of them until something happens to them.
 *
 * <p>What can still be done is announced then, once, however long it has been due: nobody has asked
 * for it yet. What it is too late to answer is not announced at all.
 *
 * <p>Every instance goes round; a course that another one has begun is left alone. The first round
 * waits, so that instances of an earlier release have ended: they would take in events and not tell
 * a course that has begun.
 */
@ApplicationScoped
public class BeginningDue {

  private static final Logger LOG = Logger.getLogger(BeginningDue.class);

  private final DueOverview overview;
  private final FoldingDue folding;
  private final TenantTransaction transaction;
  private final ErasedPatients erased;
  private final DueConfig config;
  private final Clock clock;
  private final Watch watch;
  private Patient last = Patient.NONE;
  private Instant nextRound = Instant.MIN;

  BeginningDue(
      DueOverview overview,
      FoldingDue folding,
      TenantTransaction transaction,
      ErasedPatients erased,
      DueConfig config,
      AllTenants tenants,
      Clock clock) {
    this.overview = overview;
    this.folding = folding;
    this.transaction = transaction;
    this.erased = erased;
    this.config = config;
    this.clock = clock;
    this.watch = new Watch("due-begin", tenants, config.lookEvery(), this::step);
  }

  void start(@Observes StartupEvent started) {
    nextRound = clock.instant().plus(config.beginEvery());
    watch.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    watch.stop();
  }

  /** Looks at the next few patients, unless a round has ended not long ago. */
  void step(Connection connection) throws SQLException {
    Instant now = clock.instant();
    if (now.isBefore(nextRound)) {
      return;
    }
    List<Known> patients = overview.after(connection, last, config.beginStep());
    patients.stream().filter(known -> !known.begun()).map(Known::patient).forEach(this::begin);
    if (patients.size() < config.beginStep()) {
      last = Patient.NONE;
      nextRound = now.plus(config.beginEvery());
    } else {
      last = patients.getLast().patient();
    }
  }

  /** What fails for one patient keeps nobody else waiting; the next round tries again. */
  private void begin(Patient patient) {
    try {
      transaction.run(
          new Tenant(patient.tenant()),
          () -> {
            if (!erased.include(patient.id())) {
              folding.begin(patient.id());
            }
          });
    } catch (RuntimeException e) {
      LOG.warnf("What is due for a patient is kept later after %s", Failures.name(e));
    }
  }
}

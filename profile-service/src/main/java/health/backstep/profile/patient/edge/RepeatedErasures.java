package health.backstep.profile.patient.edge;

import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.profile.erasure.edge.ErasureJournal;
import health.backstep.profile.erasure.edge.NotedErasure;
import health.backstep.profile.erasure.edge.RequestingErasure;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * After the database was restored from a backup: carries out again what partners were told was
 * erased. Whoever is known to be erased, or was never here, stays as he is.
 */
@ApplicationScoped
public class RepeatedErasures {

  private static final Logger LOG = Logger.getLogger(RepeatedErasures.class);

  /** Before events are taken in and sent. */
  private static final int EARLY = 100;

  private final ErasureJournal journal;
  private final RequestingErasure erasing;
  private final PatientRows rows;
  private final TenantTransaction transaction;

  RepeatedErasures(
      ErasureJournal journal,
      RequestingErasure erasing,
      PatientRows rows,
      TenantTransaction transaction) {
    this.journal = journal;
    this.erasing = erasing;
    this.rows = rows;
    this.transaction = transaction;
  }

  void repeat(@Observes @Priority(EARLY) StartupEvent starting) {
    long repeated = journal.all().stream().filter(this::isRepeated).count();
    if (repeated > 0) {
      LOG.infof("Erasures that this database had forgotten are carried out again: %d", repeated);
    }
  }

  private boolean isRepeated(NotedErasure noted) {
    return transaction.call(
        noted.tenant(),
        () ->
            erasing.repeat(
                noted,
                () -> rows.findByIdOptional(noted.patientId()).isPresent(),
                Cause.request(Uuid7.next(), null)));
  }
}

package health.backstep.plan.course.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import health.backstep.backbone.tenancy.AfterCommit;
import health.backstep.backbone.tenancy.OfTransaction;
import health.backstep.plan.course.PlanState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Remembers folded states, so that a patient's history is not read again for every event. A state
 * counts only while its last event is the one that the database names, and it is seen by others
 * only after the commit: the same event could be last in a history that came otherwise.
 */
@ApplicationScoped
class FoldedStates {

  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

  private record Folded(UUID lastEventId, PlanState state) {}

  private final Cache<UUID, Folded> byPatient;
  private final OfTransaction<Map<UUID, Folded>> ofTransaction;
  private final AfterCommit afterCommit;

  FoldedStates(
      @ConfigProperty(name = "backstep.remembered-states") long most,
      TransactionSynchronizationRegistry transactions,
      AfterCommit afterCommit) {
    this.byPatient =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .scheduler(Scheduler.systemScheduler())
            .build();
    this.ofTransaction = new OfTransaction<>(transactions, this::begin);
    this.afterCommit = afterCommit;
  }

  Optional<PlanState> find(UUID patientId, UUID lastEventId) {
    return Optional.ofNullable(ofTransaction.get().get(patientId))
        .or(() -> Optional.ofNullable(byPatient.getIfPresent(patientId)))
        .filter(folded -> folded.lastEventId().equals(lastEventId))
        .map(Folded::state);
  }

  /** A state would never be found again, but it is health data of somebody who was erased. */
  void forget(UUID patientId) {
    byPatient.invalidate(patientId);
  }

  void remember(UUID patientId, UUID lastEventId, PlanState state) {
    ofTransaction.get().put(patientId, new Folded(lastEventId, state));
  }

  private Map<UUID, Folded> begin() {
    Map<UUID, Folded> begun = new HashMap<>();
    afterCommit.run(() -> byPatient.putAll(begun));
    return begun;
  }
}

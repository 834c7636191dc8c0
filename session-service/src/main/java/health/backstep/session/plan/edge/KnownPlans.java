package health.backstep.session.plan.edge;

import health.backstep.backbone.tenancy.StoredJson;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.session.adherence.Asked;
import health.backstep.session.workout.Arrival;
import health.backstep.session.workout.PlanStatus;
import health.backstep.session.workout.PrescribedExercise;
import health.backstep.session.workout.PrescribedPlan;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The plan versions that patients of the running tenant have had. */
@ApplicationScoped
public class KnownPlans implements PanacheRepositoryBase<KnownPlanRow, KnownPlanRow.Key> {

  private static final Duration LOOK_EVERY = Duration.ofMillis(25);

  private final TenantTransaction transaction;

  KnownPlans(TenantTransaction transaction) {
    this.transaction = transaction;
  }

  public Optional<PrescribedPlan> find(UUID patientId, int version) {
    return findByIdOptional(new KnownPlanRow.Key(patientId, version)).map(KnownPlans::plan);
  }

  /** What the patient's versions asked for, as far as that is known, in their order. */
  public List<Asked> asked(UUID patientId) {
    return find("patientId = ?1 and madeAt is not null order by version", patientId).stream()
        .map(KnownPlans::asked)
        .toList();
  }

  /**
   * Gives a version that the plan service has just made the time to arrive here: an app may have
   * read it there before its event came.
   *
   * @param atMost not above zero for a look without waiting
   */
  public Arrival await(Tenant tenant, UUID patientId, int version, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    Arrival arrival = Arrival.of(version, latest(tenant, patientId));
    while (arrival == Arrival.ON_ITS_WAY && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      arrival = Arrival.of(version, latest(tenant, patientId));
    }
    return arrival;
  }

  private int latest(Tenant tenant, UUID patientId) {
    return transaction.call(
        tenant,
        () ->
            find("patientId = ?1 order by version desc", patientId)
                .firstResultOptional()
                .map(row -> row.version)
                .orElse(0));
  }

  private static Asked asked(KnownPlanRow row) {
    int sessions =
        row.status.asksForSessions() && row.sessionsPerWeek != null ? row.sessionsPerWeek : 0;
    return new Asked(row.madeAt, sessions, Optional.ofNullable(row.restUntil));
  }

  /** A version whose columns were read by a statement that is not Hibernate's. */
  public static PrescribedPlan read(int version, String status, String items) {
    return plan(
        version,
        PlanStatus.valueOf(status),
        List.of(StoredJson.read(items, KnownPlanRow.ItemDocument[].class)));
  }

  private static PrescribedPlan plan(KnownPlanRow row) {
    return plan(row.version, row.status, row.items);
  }

  private static PrescribedPlan plan(
      int version, PlanStatus status, List<KnownPlanRow.ItemDocument> items) {
    return new PrescribedPlan(
        version,
        status,
        Optional.empty(),
        items.stream().map(item -> exercise(item).in(Optional.ofNullable(item.block()))).toList());
  }

  private static PrescribedExercise exercise(KnownPlanRow.ItemDocument item) {
    return PrescribedExercise.told(
        item.exerciseId(), item.level(), item.sets(), item.reps(), item.secondsPerRep());
  }
}

package health.backstep.plan.course.edge;

import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.course.Policy;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.diff.Snapshot;
import health.backstep.plan.diff.Snapshot.Ground;
import health.backstep.plan.diff.Snapshot.Portion;
import health.backstep.plan.gate.Status;
import health.backstep.plan.routine.Stage;
import health.backstep.rules.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a stored plan document (see {@link PlanView}) that versions are compared by. */
record StoredPlan(
    int version,
    Status status,
    Stage stage,
    Policy policy,
    boolean regressed,
    @Nullable Instant restUntil,
    int sessionsPerWeek,
    int estimatedSeconds,
    List<StoredItem> items,
    List<StoredDecision> decisions) {

  record StoredItem(String exerciseId, String name, int level, Dose dose) {
    Portion portion() {
      return new Portion(exerciseId, name, level, dose);
    }
  }

  record StoredDecision(
      String rule,
      int ruleVersion,
      Effect effect,
      @Nullable String exerciseId,
      @Nullable String after,
      String text,
      List<String> sources,
      Evidence evidence) {
    Ground ground() {
      return new Ground(rule, ruleVersion, effect, exerciseId, after, text, sources, evidence);
    }
  }

  Snapshot snapshot() {
    return new Snapshot(
        version,
        status,
        stage,
        policy,
        regressed,
        Optional.ofNullable(restUntil),
        sessionsPerWeek,
        estimatedSeconds,
        items.stream().map(StoredItem::portion).toList(),
        decisions.stream().map(StoredDecision::ground).toList());
  }
}

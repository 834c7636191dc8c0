package health.backstep.plan.course.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.course.Policy;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.gate.Status;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent.Severity;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payload of all plan events and of the plan's state: codes and numbers, no words. */
record PlanSnapshot(
    UUID patientId,
    int planVersion,
    Status status,
    Stage stage,
    Policy policy,
    boolean regressed,
    @Nullable Instant restUntil,
    int sessionsPerWeek,
    List<ItemPart> items,
    List<DecisionPart> decisions,
    Cause cause,
    String rulesetVersion,
    String digest,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Severity severity) {

  static final String STATE_TYPE = "pt.plan.state.v1";

  record ItemPart(
      int position,
      String exerciseId,
      int level,
      int sets,
      int reps,
      int holdSeconds,
      int secondsPerRep,
      boolean perSide,
      int restSeconds,
      Block block) {

    static ItemPart of(int position, Item item) {
      Dose dose = item.dose();
      return new ItemPart(
          position,
          item.exerciseId(),
          item.level(),
          dose.sets(),
          dose.reps(),
          dose.holdSeconds(),
          dose.secondsPerRep(),
          dose.perSide(),
          dose.restSeconds(),
          item.exercise().block());
    }
  }

  record DecisionPart(String rule, int ruleVersion, Effect effect, @Nullable String exerciseId) {
    static DecisionPart of(Decision decision) {
      return new DecisionPart(
          decision.rule(), decision.ruleVersion(), decision.effect(), decision.exerciseId());
    }
  }

  /** The type of the event that tells about such a version. */
  static String type(VersionKind kind) {
    return "pt.plan.plan-" + kind.name().toLowerCase(java.util.Locale.ROOT) + ".v1";
  }

  /** What the event about a version says. */
  static PlanSnapshot event(UUID patientId, PlanVersion plan) {
    return of(
        patientId, plan, plan.kind() == VersionKind.REGRESSED ? plan.severity() : Optional.empty());
  }

  /** What the state topic says. */
  static PlanSnapshot state(UUID patientId, PlanVersion plan) {
    return of(patientId, plan, Optional.empty());
  }

  private static PlanSnapshot of(UUID patientId, PlanVersion plan, Optional<Severity> severity) {
    List<ItemPart> items = new ArrayList<>();
    plan.routine().items().forEach(item -> items.add(ItemPart.of(items.size() + 1, item)));
    return new PlanSnapshot(
        patientId,
        plan.number(),
        plan.status(),
        plan.stage(),
        plan.policy(),
        plan.regressed(),
        plan.restUntil().orElse(null),
        plan.sessionsPerWeek(),
        items,
        plan.decisions().stream().map(DecisionPart::of).toList(),
        plan.cause(),
        plan.rulesetVersion(),
        plan.digest(),
        severity.orElse(null));
  }
}

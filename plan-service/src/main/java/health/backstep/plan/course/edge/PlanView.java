package health.backstep.plan.course.edge;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.catalogue.Purpose;
import health.backstep.plan.course.Policy;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.education.edge.EducationItem;
import health.backstep.plan.gate.Status;
import health.backstep.plan.history.Cause;
import health.backstep.plan.routine.Reason;
import health.backstep.plan.routine.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan as partners see it: what to do, how much, and why. */
public record PlanView(
    UUID patientId,
    int version,
    VersionKind kind,
    Status status,
    Stage stage,
    Policy policy,
    boolean regressed,
    @Nullable Instant restUntil,
    int sessionsPerWeek,
    int estimatedSeconds,
    List<ItemView> items,
    List<EducationItem> education,
    Cause cause,
    List<DecisionView> decisions,
    String rulesetVersion,
    String digest) {

  /** One exercise of the routine. */
  public record ItemView(
      int position,
      Block block,
      String exerciseId,
      String name,
      int level,
      String variation,
      Purpose purpose,
      Dose dose,
      InstructionsView instructions,
      List<ReasonView> reasons) {}

  /** What to do, how it should feel, how much of it, and when to stop. */
  public record InstructionsView(String what, String feel, String amount, String stop) {}

  /** Why an exercise is in the plan. */
  public record ReasonView(String rule, String text, List<String> sources, String evidence) {

    static ReasonView of(Reason reason) {
      return new ReasonView(
          reason.rule(), reason.text(), reason.sources(), reason.evidence().label());
    }
  }

  /** What a rule did to the plan. */
  public record DecisionView(
      String rule,
      int ruleVersion,
      Effect effect,
      @Nullable String exerciseId,
      @Nullable String before,
      @Nullable String after,
      String text,
      List<String> sources,
      String evidence) {

    static DecisionView of(Decision decision) {
      return new DecisionView(
          decision.rule(),
          decision.ruleVersion(),
          decision.effect(),
          decision.exerciseId(),
          decision.before(),
          decision.after(),
          decision.text(),
          decision.sources(),
          decision.evidence().label());
    }
  }
}

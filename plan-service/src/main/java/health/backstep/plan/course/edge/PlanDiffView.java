package health.backstep.plan.course.edge;

import health.backstep.plan.diff.ItemChange;
import health.backstep.plan.diff.PlanDiff;
import health.backstep.plan.diff.Sentence;
import java.util.List;
import java.util.UUID;

/**
 * What is different between two versions, as callers see it.
 *
 * @param from number of the version compared with; 0 when {@code to} is the first plan
 */
public record PlanDiffView(
    UUID patientId,
    int from,
    int to,
    List<Sentence> sentences,
    List<ItemChange> items,
    int unchanged) {

  static PlanDiffView of(UUID patientId, PlanDiff diff) {
    return new PlanDiffView(
        patientId, diff.from(), diff.to(), diff.sentences(), diff.items(), diff.unchanged());
  }
}

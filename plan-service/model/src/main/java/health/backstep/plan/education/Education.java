package health.backstep.plan.education;

import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.Policy;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.RiskGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses what a patient may want to know now, by event and by risk group (PL-EDU). The texts stand
 * in {@code education.yaml}.
 */
public final class Education {

  private Education() {}

  /** Ids of the items, the most useful one first. */
  public static List<String> chosenFor(Change change) {
    RiskGroup risk = risk(change.state());
    boolean flared = change.kind() == VersionKind.REGRESSED;
    boolean sore = change.decisions().stream().anyMatch(made -> made.rule().equals("SO-3"));
    List<String> chosen = new ArrayList<>();
    if (flared) {
      chosen.add("flare-first-aid");
    }
    if (flared || sore) {
      chosen.add("soreness-or-pain");
    }
    if (risk == RiskGroup.HIGH || change.state().policy() == Policy.TIME_CONTINGENT) {
      chosen.add("hurt-is-not-harm");
    }
    if (risk == RiskGroup.MEDIUM || change.kind() == VersionKind.PROGRESSED) {
      chosen.add("pacing");
    }
    chosen.add("stay-active");
    if (change.kind() == VersionKind.GENERATED) {
      chosen.add("sleep");
    }
    return List.copyOf(chosen);
  }

  private static RiskGroup risk(PlanState state) {
    return state
        .circumstances()
        .assessment()
        .map(AssessmentCompleted::riskGroup)
        .orElse(RiskGroup.UNKNOWN);
  }
}

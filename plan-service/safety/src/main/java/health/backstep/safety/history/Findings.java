package health.backstep.safety.history;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.history.PlanEvent.Activity;
import health.backstep.plan.history.PlanEvent.Acuity;
import health.backstep.plan.history.PlanEvent.RiskGroup;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Fear;
import health.backstep.plan.routine.Stage;
import java.util.Set;

/**
 * What an assessment finds.
 *
 * @param pain average of the last 7 days, 0 to 10
 */
public record Findings(
    Triage triage,
    Acuity acuity,
    Stage stage,
    Bias bias,
    Set<Direction> forbidden,
    RiskGroup riskGroup,
    Activity activityBefore,
    boolean lowestStageOnly,
    int pain,
    Fear fear) {

  /** How the red-flag screen comes out. */
  public enum Triage {
    FIT,
    ADVISORY,
    URGENT,
    EMERGENCY
  }

  /** Nothing stands out: what a failing history is made simpler with. */
  public static final Findings PLAIN =
      new Findings(
          Triage.FIT,
          Acuity.SUBACUTE,
          Stage.CONTROL,
          Bias.NONE,
          Set.of(),
          RiskGroup.LOW,
          Activity.LIGHT,
          false,
          4,
          Fear.LOW);
}

package health.backstep.plan.course;

import health.backstep.plan.history.PlanEvent.Activity;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.routine.Stage;

/** Where a plan begins (PL-STAGE, CL-2, RTB-FACTORS, DERRY-SLOW). */
final class Starting {

  private Starting() {}

  static Stage stage(AssessmentCompleted assessment) {
    return assessment.lowestStageOnly() ? Stage.CALM : assessment.stage();
  }

  /** Level 1, or 2 for who builds strength or was moving a good deal before the pain began. */
  static int level(AssessmentCompleted assessment) {
    Stage stage = stage(assessment);
    boolean moved =
        assessment.activityBefore() == Activity.MODERATE
            || assessment.activityBefore() == Activity.ACTIVE;
    return stage == Stage.BUILD || (stage == Stage.CONTROL && moved) ? 2 : 1;
  }
}

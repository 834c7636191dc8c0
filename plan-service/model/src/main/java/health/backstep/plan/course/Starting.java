package health.backstep.plan.course;

import health.backstep.plan.history.PlanEvent.Activity;
import health.backstep.plan.history.PlanEvent.Acuity;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.routine.Stage;

/** Where a plan begins (PL-STAGE, CL-2, PL-LAYOFF, RTB-FACTORS, DERRY-SLOW). */
final class Starting {

  private Starting() {}

  static Stage stage(AssessmentCompleted assessment) {
    return assessment.lowestStageOnly() ? Stage.CALM : assessment.stage();
  }

  /**
   * Level 1, or 2 for who builds strength, or was moving a good deal until lately. What somebody
   * did before a chronic pain began is too long ago to count, and after a lay-off everybody begins
   * at level 1.
   */
  static int level(AssessmentCompleted assessment, Background background) {
    if (background.afterLayOff()) {
      return 1;
    }
    Stage stage = stage(assessment);
    boolean moved =
        assessment.activityBefore() == Activity.MODERATE
            || assessment.activityBefore() == Activity.ACTIVE;
    boolean lately = assessment.acuity() == Acuity.ACUTE || assessment.acuity() == Acuity.SUBACUTE;
    return stage == Stage.BUILD || (stage == Stage.CONTROL && moved && lately) ? 2 : 1;
  }
}

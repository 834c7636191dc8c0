package health.backstep.plan.course;

import health.backstep.plan.history.PlanEvent.Acuity;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.RiskGroup;

/** What a flare changes (PL-POLICY). */
public enum Policy {
  /** Exercises and amount follow the pain. */
  PAIN_CONTINGENT,
  /** The amount follows the pain, the exercises stay, and the clinician is told. */
  TIME_CONTINGENT;

  static Policy of(AssessmentCompleted assessment) {
    return assessment.acuity() == Acuity.CHRONIC && assessment.riskGroup() == RiskGroup.HIGH
        ? TIME_CONTINGENT
        : PAIN_CONTINGENT;
  }
}

package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.client.Refusal;
import health.backstep.client.plan.model.ItemView;
import health.backstep.client.plan.model.PlanView;
import health.backstep.client.plan.model.Status;
import health.backstep.client.profile.model.AssessmentView;
import health.backstep.client.profile.model.ClearanceStatus;
import health.backstep.client.profile.model.TriageOutcome;
import health.backstep.client.session.model.Outcome;
import health.backstep.client.session.model.SessionAnswer;
import health.backstep.client.session.model.Severity;
import org.junit.jupiter.api.Test;

/** The main job, over the packaged services: assessment, plan, session, flare, regressed plan. */
class LoopTest {

  @Test
  void aSessionThatHurtsStepsThePlanBackAndSaysWhy() {
    Patient patient = Patient.withPlan();
    assertThat(patient.plan().getStatus()).isEqualTo(Status.ACTIVE);

    SessionAnswer session = patient.painfulSession(1);
    assertThat(session.getOutcome()).isEqualTo(Outcome.FLARE);
    assertThat(session.getFlare().getSeverity()).isEqualTo(Severity.MODERATE);

    PlanView plan = patient.planAfter(session.getFlare().getEventId());
    assertThat(plan.getVersion()).isEqualTo(2);
    assertThat(plan.getRegressed()).isTrue();
    assertThat(plan.getCause().getEventId()).isEqualTo(session.getFlare().getEventId());
    assertThat(plan.getItems()).extracting(ItemView::getExerciseId).doesNotContain("bridge");
    assertThat(plan.getDecisions())
        .isNotEmpty()
        .allSatisfy(
            decision -> {
              assertThat(decision.getRule()).isNotBlank();
              assertThat(decision.getText()).isNotBlank();
              assertThat(decision.getSources()).isNotNull();
              assertThat(decision.getEvidence()).isNotBlank();
            });
  }

  @Test
  void sessionServiceTakesSessionsOfTheNewVersionAndRefusesWhatItNoLongerHolds() {
    Patient patient = Patient.withPlan();
    patient.planAfter(patient.painfulFlare());

    Refusal refusal = patient.refusedSession(2);

    assertThat(refusal.status()).isEqualTo(422);
    assertThat(refusal.errors())
        .extracting(Refusal.Fault::code)
        .containsExactly("EXERCISE_NOT_PRESCRIBED");
  }

  @Test
  void aRedFlagSuspendsWithdrawsAndOnlyNewClearanceBringsThePlanBack() {
    Patient patient = Patient.withPlan();

    PlanView plan = patient.planAfter(patient.emergencySign().getRedFlag().getEventId());
    assertThat(plan.getStatus()).isEqualTo(Status.SUSPENDED);
    assertThat(plan.getItems()).isEmpty();
    await()
        .untilAsserted(() -> assertThat(patient.clearance()).isEqualTo(ClearanceStatus.WITHHELD));

    patient.clear();
    await().untilAsserted(() -> assertThat(patient.plan().getStatus()).isEqualTo(Status.ACTIVE));
  }

  @Test
  void anAssessmentWithARedFlagGivesNoExercises() {
    Patient patient = Patient.registered();
    patient.clear();

    AssessmentView assessment = patient.assess(true);
    assertThat(assessment.getTriage().getOutcome()).isEqualTo(TriageOutcome.EMERGENCY);

    PlanView plan = patient.planAfter(assessment.getEventId());
    assertThat(plan.getStatus()).isEqualTo(Status.SUSPENDED);
    assertThat(patient.clearance()).isEqualTo(ClearanceStatus.WITHHELD);
  }
}

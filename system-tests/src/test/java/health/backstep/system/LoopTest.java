package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The main job, over the packaged services: assessment, plan, session, flare, regressed plan. */
class LoopTest {

  @Test
  void aSessionThatHurtsStepsThePlanBackAndSaysWhy() {
    Patient patient = Patient.withPlan();
    assertThat(patient.plan().getString("status")).isEqualTo("ACTIVE");

    JsonPath session = patient.painfulSession(1);
    assertThat(session.getString("outcome")).isEqualTo("FLARE");
    assertThat(session.getString("flare.severity")).isEqualTo("MODERATE");

    JsonPath plan = patient.planAfter(session.getString("flare.eventId"));
    assertThat(plan.getInt("version")).isEqualTo(2);
    assertThat(plan.getBoolean("regressed")).isTrue();
    assertThat(plan.getString("cause.eventId")).isEqualTo(session.getString("flare.eventId"));
    assertThat(plan.getList("items.exerciseId")).doesNotContain("bridge");
    assertThat(plan.<Map<String, Object>>getList("decisions"))
        .allSatisfy(
            decision -> assertThat(decision).containsKeys("rule", "text", "sources", "evidence"));
  }

  @Test
  void sessionServiceTakesSessionsOfTheNewVersionAndRefusesWhatItNoLongerHolds() {
    Patient patient = Patient.withPlan();
    patient.planAfter(patient.painfulSession(1).getString("flare.eventId"));

    patient
        .trySession(2)
        .then()
        .statusCode(422)
        .body("errors.code", contains("EXERCISE_NOT_PRESCRIBED"));
  }

  @Test
  void aRedFlagSuspendsWithdrawsAndOnlyNewClearanceBringsThePlanBack() {
    Patient patient = Patient.withPlan();

    JsonPath plan = patient.planAfter(patient.emergencySign().getString("redFlag.eventId"));
    assertThat(plan.getString("status")).isEqualTo("SUSPENDED");
    assertThat(plan.<List<?>>get("items")).isEmpty();
    await().untilAsserted(() -> assertThat(patient.clearance()).isEqualTo("WITHHELD"));

    patient.clear();
    await().untilAsserted(() -> assertThat(patient.plan().getString("status")).isEqualTo("ACTIVE"));
  }

  @Test
  void anAssessmentWithARedFlagGivesNoExercises() {
    Patient patient = Patient.registered();
    patient.clear();

    JsonPath assessment = patient.assess(true);
    assertThat(assessment.getString("triage.outcome")).isEqualTo("EMERGENCY");

    JsonPath plan = patient.planAfter(assessment.getString("eventId"));
    assertThat(plan.getString("status")).isEqualTo("SUSPENDED");
    assertThat(patient.clearance()).isEqualTo("WITHHELD");
  }
}

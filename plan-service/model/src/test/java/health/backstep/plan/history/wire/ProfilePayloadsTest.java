package health.backstep.plan.history.wire;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import health.backstep.plan.routine.AgeBand;
import health.backstep.plan.routine.Fear;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What profile-service tells, read on the careful side. */
class ProfilePayloadsTest {

  @ParameterizedTest
  @CsvSource({"OVER_65, OVER_65", "UNDER_20, UNDER_20", "UNKNOWN, UNKNOWN", "OVER_90, UNKNOWN"})
  void theAgeBandIsRead(String told, AgeBand read) {
    PatientRecorded patient =
        (PatientRecorded)
            event(
                "patient-recorded",
                "{\"ageBand\": \"%s\", \"equipment\": [], \"minutesPerSession\": 10,"
                        .formatted(told)
                    + " \"sessionsPerWeek\": 3}");

    assertThat(patient.ageBand()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"LOW, LOW", "HIGH, HIGH", "UNKNOWN, UNKNOWN", "TERRIFIED, HIGH"})
  void fearOfMovingIsReadAndAnUnknownWordMeansHigh(String told, Fear read) {
    assertThat(assessment(", \"fear\": \"" + told + "\"").fear()).isEqualTo(read);
  }

  @Test
  void anAssessmentOfAnOlderContractSaysNothingAboutFear() {
    assertThat(assessment("").fear()).isEqualTo(Fear.UNKNOWN);
  }

  @Test
  void theAveragePainIsRead() {
    assertThat(assessment("").average7d()).isEqualTo(4);
  }

  private static AssessmentCompleted assessment(String more) {
    return (AssessmentCompleted)
        event(
            "assessment-completed",
            """
            {"assessedAt": "2026-11-20T09:00:00+01:00",
             "pain": {"now": 3, "average7d": 4},
             "triage": {"outcome": "FIT", "rules": []},
             "classification": {"acuity": "ACUTE", "stage": "BUILD", "bias": "NONE",
               "riskGroup": "LOW", "forbiddenDirections": []%s},
             "activityBefore": "LIGHT"}
            """
                .formatted(more));
  }

  private static Object event(String type, String json) {
    Cause cause =
        new Cause(
            new UUID(0, 1), "pt.profile." + type + ".v1", Instant.parse("2026-11-20T09:00:00Z"));
    return PlanEventReader.read(cause, json.getBytes(StandardCharsets.UTF_8));
  }
}

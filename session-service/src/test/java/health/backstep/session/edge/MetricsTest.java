package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.testing.ListedMetrics;
import health.backstep.backbone.testing.Metrics;
import health.backstep.backbone.testing.Partner;
import org.junit.jupiter.api.Test;

/** What is told of patients' records: how many, and what they came to. */
@SessionComponentTest
class MetricsTest {

  private static final Partner PARTNER = new Partner("measured-records");

  @Test
  void allThatIsListedIsToldAndNothingElseOfOurs() {
    ListedMetrics.assertTold("session");
  }

  @Test
  void aSessionCountsByWhatWasDone() {
    Patient patient = Patient.withPlan(PARTNER);
    double before = Metrics.value("backstep_sessions_total", "done=\"ALL\"");

    patient.post("/sessions", Requests.greenSession()).statusCode(201);

    assertThat(Metrics.value("backstep_sessions_total", "done=\"ALL\"")).isEqualTo(before + 1);
  }

  @Test
  void aFlareCountsByEpisodeAndSeverity() {
    Patient patient = Patient.withPlan(PARTNER);
    double before = openedModerate();

    patient.post("/sessions", Requests.painfulSession()).statusCode(201);

    assertThat(openedModerate()).isEqualTo(before + 1);
  }

  @Test
  void whatIsRefusedDoesNotCount() {
    Patient patient = Patient.withPlan(PARTNER);
    double before = Metrics.value("backstep_sessions_total");

    patient
        .post("/sessions", Requests.greenSession().put("endedAt", "2026-11-19T07:00:00+01:00"))
        .statusCode(422);

    assertThat(Metrics.value("backstep_sessions_total")).isEqualTo(before);
  }

  private static double openedModerate() {
    return Metrics.value("backstep_flares_total", "episode=\"OPENED\"", "severity=\"MODERATE\"");
  }
}

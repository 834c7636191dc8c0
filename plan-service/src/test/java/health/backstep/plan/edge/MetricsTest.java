package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.ListedMetrics;
import health.backstep.backbone.testing.Metrics;
import health.backstep.backbone.testing.Partner;
import org.junit.jupiter.api.Test;

/** What is told of plans: how many of which kind, and how soon after a flare. */
@PlanComponentTest
class MetricsTest {

  private static final Partner PARTNER = new Partner("measured-plans");

  @Test
  void allThatIsListedIsToldAndNothingElseOfOurs() {
    ListedMetrics.assertTold("plan");
  }

  @Test
  void aFlareThatStepsAPlanBackIsCountedAndTimed() {
    Patient patient = Patient.withPlan(PARTNER);
    double versions = regressed();
    double flares = Metrics.value("backstep_flare_to_plan_seconds_count");
    double seconds = Metrics.value("backstep_flare_to_plan_seconds_sum");

    patient.planAfter(patient.flare("MODERATE", "bridge"));

    await().untilAsserted(() -> assertThat(regressed()).isEqualTo(versions + 1));
    assertThat(Metrics.value("backstep_flare_to_plan_seconds_count")).isEqualTo(flares + 1);
    assertThat(Metrics.value("backstep_flare_to_plan_seconds_sum") - seconds)
        .isGreaterThan(0)
        .isLessThan(60);
    assertThat(Metrics.value("backstep_flare_to_plan_seconds_bucket", "le=\"+Inf\""))
        .isEqualTo(flares + 1);
  }

  @Test
  void aPlanThatIsMadeIsNoAnswerToAFlare() {
    double flares = Metrics.value("backstep_flare_to_plan_seconds_count");
    double generated = Metrics.value("backstep_plan_versions_total", "kind=\"GENERATED\"");

    Patient.withPlan(PARTNER);

    await()
        .untilAsserted(
            () ->
                assertThat(Metrics.value("backstep_plan_versions_total", "kind=\"GENERATED\""))
                    .isEqualTo(generated + 1));
    assertThat(Metrics.value("backstep_flare_to_plan_seconds_count")).isEqualTo(flares);
  }

  private static double regressed() {
    return Metrics.value("backstep_plan_versions_total", "kind=\"REGRESSED\"");
  }
}

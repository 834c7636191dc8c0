package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event that cannot be true is put aside for what it is, and the next one counts. */
@SessionComponentTest
class UnreadableEventsTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void aPainThatIsOnNoScaleIsUnreadable() {
    Patient patient = Patient.withPlan(new Partner("unreadable-clinic"));

    patient.assessed(11);
    patient.assessed(5);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(patient.get("/pain").extract().<Integer>path("baseline")).isEqualTo(5));
    assertThat(causes(patient)).containsExactly("PAYLOAD_UNREADABLE");
  }

  @Test
  void aPlanVersionThatIsThereAlreadyIsUnreadable() {
    Patient patient = Patient.withPlan(new Partner("unreadable-clinic"));

    patient.planned(1);
    patient.planned(2);

    await().atMost(PATIENCE).until(() -> versions(patient).equals(List.of("1", "2")));
    assertThat(causes(patient)).containsExactly("PAYLOAD_UNREADABLE");
  }

  private static List<String> versions(Patient patient) {
    return Stored.column(
        "select version::text from known_plan where patient_id = ?::uuid order by version",
        patient.id().toString());
  }

  private static List<String> causes(Patient patient) {
    return Stored.column(
        "select cause from dead_letter where record_key = ?", patient.id().toString());
  }
}

package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A record that names another tenant than its patient's is put aside, and nothing comes of it. */
@SessionComponentTest
class ForeignTenantTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Partner own = partner();
  private final Partner other = partner();

  @Test
  void aForeignHistoryMakesNoSecondPatient() {
    Patient patient = Patient.withPlan(own);
    Map<String, String> before = Stored.of(other.tenant());

    Patient claimed = patient.asToldBy(other);
    claimed.assessed();
    claimed.planned(1);
    isPutAside(patient.id(), 3);

    assertThat(Stored.of(other.tenant())).isEqualTo(before);
    claimed.post("/sessions", Requests.greenSession()).statusCode(404);
    claimed.post("/flares", Requests.flare(6)).statusCode(404);
    patient.post("/sessions", Requests.greenSession()).statusCode(201);
  }

  @Test
  void aForeignPlanIsNobodysPlan() {
    Patient patient = Patient.withPlan(own);

    Patient claimed = patient.asToldBy(other);
    claimed.planned(2);
    isPutAside(patient.id(), 1);

    assertThat(versions(patient.id())).containsExactly(own.tenant() + " 1");
    patient.planned(2);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(versions(patient.id()))
                    .containsExactly(own.tenant() + " 1", own.tenant() + " 2"));
  }

  private static void isPutAside(UUID patient, int times) {
    await().atMost(PATIENCE).until(() -> column("cause", patient).size() == times);
    assertThat(column("cause", patient)).containsOnly("FOREIGN_TENANT");
    assertThat(column("tenant", patient)).containsOnly("unknown");
  }

  private static List<String> versions(UUID patient) {
    return Stored.column(
        "select tenant || ' ' || version from known_plan where patient_id = ? order by version",
        patient);
  }

  private static List<String> column(String name, UUID patient) {
    return Stored.column(
        "select " + name + " from dead_letter where record_key = ?", patient.toString());
  }

  private static Partner partner() {
    return new Partner("foreign-" + UUID.randomUUID().toString().substring(0, 8));
  }
}

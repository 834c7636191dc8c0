package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** session-service gives all that it holds of a patient. */
@SessionComponentTest
class ExportTest {

  private final Partner partner =
      new Partner("export-" + UUID.randomUUID().toString().substring(0, 8));

  @Test
  void itHoldsWhatThePatientToldAsItWasToldAndWhatItCameTo() throws IOException {
    Patient patient = Patient.withPlan(partner);
    patient.post("/sessions", Requests.painfulSession()).statusCode(201);
    patient.post("/check-ins", Requests.checkIn("2026-11-21T09:00:00+01:00", 3)).statusCode(201);
    Patient.withPlan(partner).post("/flares", Requests.flare(6)).statusCode(201);

    JsonNode part =
        new ObjectMapper()
            .readTree(export(partner, patient.id()).then().statusCode(200).extract().asString());

    assertThat(part.path("service").asText()).isEqualTo("session-service");
    assertThat(rows(part, "sessions")).hasSize(1);
    assertThat(rows(part, "sessions").at("/0/request/painAfter").isInt()).isTrue();
    assertThat(rows(part, "sessions").at("/0/answer/outcome").asText()).isEqualTo("FLARE");
    assertThat(rows(part, "checkIns").at("/0/at").asText())
        .isEqualTo("2026-11-21T08:00:00.000000Z");
    assertThat(rows(part, "flares")).hasSize(1);
    assertThat(rows(part, "painReadings")).hasSizeGreaterThan(1);
    assertThat(rows(part, "knownPlans").at("/0/items/0/exerciseId").asText()).isEqualTo("bridge");
    assertThat(rows(part, "course").at("/0/course").isObject()).isTrue();
    assertThat(part.path("leftOut").findValuesAsText("name")).contains("outbox", "idempotency");
  }

  @Test
  void itIsForWhoeverMayReadSessionsOfTheTenantsOwnPatients() {
    Patient patient = Patient.withPlan(partner);
    Partner other = new Partner("export-other");

    partner.with("sessions:read").get(path(patient.id())).then().statusCode(200);
    Refusal.of(
        partner.tenant(),
        () -> partner.with("patients:read", "plans:read").get(path(patient.id())),
        403,
        "SCOPE_MISSING");
    for (Response refused :
        List.of(export(other, patient.id()), export(partner, UUID.randomUUID()))) {
      refused.then().statusCode(404);
      assertThat(refused.jsonPath().getString("code")).isEqualTo("PATIENT_NOT_FOUND");
    }
  }

  private static Response export(Partner partner, UUID patient) {
    return partner.request().get(path(patient));
  }

  private static String path(UUID patient) {
    return "/v1/patients/" + patient + "/export";
  }

  private static JsonNode rows(JsonNode part, String name) {
    return part.path("tables")
        .valueStream()
        .filter(table -> table.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("rows");
  }
}

package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.backbone.testing.Stored;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** plan-service gives all that it holds of a patient. */
@PlanComponentTest
class ExportTest {

  private final Partner partner =
      new Partner("export-" + UUID.randomUUID().toString().substring(0, 8));

  @Test
  void everyRowIsInItAndWhatHoldsJsonIsJson() throws IOException {
    Patient patient = Patient.withPlan(partner);
    patient.planAfter(patient.flare("MODERATE", "bridge"));
    Patient other = Patient.withPlan(partner);

    JsonNode part =
        new ObjectMapper()
            .readTree(export(partner, patient.id()).then().statusCode(200).extract().asString());

    assertThat(part.path("service").asText()).isEqualTo("plan-service");
    for (JsonNode table : part.path("tables")) {
      for (JsonNode row : table.path("rows")) {
        assertThat(row.fieldNames())
            .toIterable()
            .containsExactlyElementsOf(
                table.path("columns").valueStream().map(JsonNode::asText).toList());
      }
    }
    JsonNode versions = rows(part, "planVersions");
    assertThat(versions).hasSize((int) stored("plan_version", patient)).hasSizeGreaterThan(1);
    assertThat(versions.at("/0/version").asInt()).isEqualTo(1);
    assertThat(versions.at("/1/document").isObject()).isTrue();
    assertThat(rows(part, "history")).hasSize((int) stored("history_event", patient));
    assertThat(rows(part, "history").findValuesAsText("severity")).contains("MODERATE");
    assertThat(rows(part, "eventsTaken")).hasSize((int) stored("inbox_event", patient));
    assertThat(rows(part, "changes")).hasSize((int) stored("change", patient));
    assertThat(part.toString())
        .contains(patient.id().toString())
        .doesNotContain(other.id().toString());
  }

  @Test
  void itIsForWhoeverMayReadPlansOfTheTenantsOwnPatients() {
    Patient patient = Patient.withPlan(partner);
    Partner other = new Partner("export-other");

    partner.with("plans:read").get(path(patient.id())).then().statusCode(200);
    Refusal.of(
        partner.tenant(),
        () -> partner.with("patients:read", "sessions:read").get(path(patient.id())),
        403,
        "SCOPE_MISSING");
    Refusal.of(other.tenant(), () -> export(other, patient.id()), 404, "PATIENT_NOT_FOUND");
    Refusal.of(
        partner.tenant(), () -> export(partner, UUID.randomUUID()), 404, "PATIENT_NOT_FOUND");
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

  private static long stored(String table, Patient patient) {
    return Stored.column("select 1 from " + table + " where patient_id = ?", patient.id()).size();
  }
}

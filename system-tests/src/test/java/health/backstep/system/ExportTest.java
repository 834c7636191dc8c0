package health.backstep.system;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.client.session.model.SessionAnswer;
import health.backstep.stack.platform.ServiceName;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** A partner takes out all that is held of a patient who has lived through a flare. */
class ExportTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration WITHIN = Duration.ofMinutes(2);

  /** Tables that name the patient and are not exported, as the reader is told. */
  private static final String LEFT_OUT =
      ".* (outbox|idempotency|patient_home|audit_line|audit_unlinked)";

  private static final List<String> CSV_OF_EACH =
      List.of("profile/assessments.csv", "plan/planVersions.csv", "session/sessions.csv");

  @Test
  void everyTableThatNamesThePatientIsInItAndAfterAnErasureThereIsNothing() throws IOException {
    String externalId = "clinic-" + UUID.randomUUID();
    Patient patient = Patient.withPlan(externalId);
    SessionAnswer painful = patient.painfulSession(1);
    patient.planAfter(painful.getFlare().getEventId());
    Patient other = Patient.withPlan("clinic-" + UUID.randomUUID());

    await()
        .atMost(WITHIN)
        .untilAsserted(
            () -> assertThat(filled(document(patient))).hasSameSizeAs(naming(patient.id())));
    JsonNode export = document(patient);

    assertThat(filled(export)).hasSizeGreaterThan(15);
    assertThat(export.toString())
        .contains(
            externalId,
            "Dr. Rivera",
            painful.getSessionId().toString(),
            painful.getFlare().getFlareId().toString(),
            painful.getFlare().getEventId().toString())
        .doesNotContain(other.id().toString());
    holdsTablesWithTheSameRows(unzipped(asked(patient, "application/zip").asByteArray()));

    Platform.to(PROFILE).delete("/v1/patients/" + patient.id()).then().statusCode(202);
    exported(PROFILE, patient).then().statusCode(404);
    for (ServiceName service : List.of(PLAN, ServiceName.SESSION)) {
      await().atMost(WITHIN).until(() -> exported(service, patient).statusCode() == 404);
    }
    exported(PROFILE, other).then().statusCode(200);
  }

  @Test
  void aServiceThatIsAwayLeavesNoHalfOfIt() {
    Patient patient = Patient.withPlan();
    Platform.stack().stop(PLAN);
    try {
      Response refused = exported(PROFILE, patient);

      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.jsonPath().getString("code")).isEqualTo("EXPORT_INCOMPLETE");
      assertThat(refused.jsonPath().getString("detail")).startsWith("plan-service could not");
    } finally {
      Platform.stack().start(PLAN);
    }
    exported(PROFILE, patient).then().statusCode(200);
  }

  private static Response exported(ServiceName service, Patient patient) {
    return Platform.to(service).get("/v1/patients/" + patient.id() + "/export");
  }

  private static Response asked(Patient patient, String type) {
    return Platform.to(PROFILE)
        .accept(type)
        .get("/v1/patients/" + patient.id() + "/export")
        .then()
        .statusCode(200)
        .contentType(type)
        .extract()
        .response();
  }

  private static JsonNode document(Patient patient) throws IOException {
    return JSON.readTree(asked(patient, "application/json").asString());
  }

  /** The export's tables that have rows. */
  private static List<JsonNode> filled(JsonNode export) {
    return export
        .path("services")
        .valueStream()
        .flatMap(part -> part.path("tables").valueStream())
        .filter(table -> !table.path("rows").isEmpty())
        .toList();
  }

  /** The databases' tables that name the patient, but for those that are left out. */
  private static List<String> naming(UUID patient) {
    return Mentions.of(patient.toString()).stream()
        .map(place -> place.replaceFirst("\\..*", ""))
        .distinct()
        .filter(table -> !table.matches(LEFT_OUT))
        .toList();
  }

  private static void holdsTablesWithTheSameRows(Map<String, String> files) throws IOException {
    assertThat(files.keySet()).startsWith("README.txt", "export.json").containsAll(CSV_OF_EACH);
    JsonNode export = JSON.readTree(files.get("export.json"));
    for (JsonNode part : export.path("services")) {
      String folder = part.path("service").asText().replace("-service", "");
      for (JsonNode table : part.path("tables")) {
        String path = folder + "/" + table.path("name").asText() + ".csv";
        assertThat(lines(files.get(path))).as(path).hasSize(1 + table.path("rows").size());
        assertThat(files.get("README.txt")).contains(path);
      }
    }
  }

  private static List<String> lines(String csv) {
    return Stream.of(csv.split("\r\n")).toList();
  }

  private static Map<String, String> unzipped(byte[] archive) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}

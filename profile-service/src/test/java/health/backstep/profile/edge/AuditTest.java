package health.backstep.profile.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.erasure.PatientErased;
import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Erased;
import health.backstep.backbone.testing.Mentions;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.backbone.testing.Stored;
import health.backstep.wire.audit.ChainHead;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every call is in the audit log, to be read by its tenant alone. */
@ProfileComponentTest
class AuditTest {

  private static final Duration GENEROUS = Duration.ofMinutes(2);

  private final AuditedPartner audited = AuditedPartner.make();
  private final Partner partner = audited.partner();

  @Test
  void writesReadsAndRefusedCallsAreLines() {
    Patient patient = Patient.of(partner);
    String id = patient.id().toString();
    assess(patient).then().statusCode(201);
    String assessment =
        partner
            .request()
            .get(patient.path("/assessments"))
            .then()
            .extract()
            .path("items[0].assessmentId");
    partner.request().get(patient.path("/assessments/" + assessment)).then().statusCode(200);
    partner.with("patients:write").get(patient.path("")).then().statusCode(403);
    partner.request().body("{}").post("/v1/patients").then().statusCode(422);
    partner
        .request()
        .header("If-Match", "\"7\"")
        .body(Requests.patient().toString())
        .put(patient.path(""))
        .then()
        .statusCode(412);
    partner.request().get("/v1/nothing").then().statusCode(404);
    partner.request().body(" ".repeat(300_000)).post("/v1/patients").then().statusCode(413);

    List<Map<String, Object>> lines = audited.lines(9);

    assertThat(lines)
        .extracting(
            of("operation"),
            of("status"),
            of("code"),
            of("objectType"),
            of("objectId"),
            of("patientId"))
        .containsExactlyInAnyOrder(
            tuple("registerPatient", 201, null, "patients", id, id),
            tuple("completeAssessment", 201, null, "assessments", assessment, id),
            tuple("listAssessments", 200, null, "patients", id, id),
            tuple("getAssessment", 200, null, "assessments", assessment, id),
            tuple("getPatient", 403, "SCOPE_MISSING", "patients", id, id),
            tuple("registerPatient", 422, "INVALID_REQUEST", null, null, null),
            tuple("changePatient", 412, "STALE", "patients", id, id),
            tuple(null, 404, "NOT_FOUND", null, null, null),
            tuple(null, 413, "BODY_TOO_LARGE", null, null, null));
    assertThat(lines).extracting(of("client")).containsOnly("partner-app");
    assertThat(lines).extracting(of("times")).containsOnly(1);
    assertThat(audited.check().broken()).isEmpty();
  }

  @Test
  void writersThatRaceAreAllThereOnceAndTheChainIsWhole() {
    Patient patient = Patient.cleared(partner);

    AtOnce.run(
        8,
        () -> {
          for (int i = 0; i < 5; i++) {
            assess(patient).then().statusCode(201);
            partner.request().get(patient.path("")).then().statusCode(200);
          }
          return true;
        });

    List<Map<String, Object>> lines = audited.lines(82);
    Set<String> stored =
        new HashSet<>(
            Stored.column("select id::text from assessment where patient_id = ?", patient.id()));
    assertThat(lines.stream().filter(line -> "completeAssessment".equals(line.get("operation"))))
        .extracting(of("objectId"))
        .hasSize(40)
        .containsExactlyInAnyOrderElementsOf(List.copyOf(stored));
    assertThat(lines.stream().filter(line -> "getPatient".equals(line.get("operation"))))
        .hasSize(40);
    assertThat(audited.check().broken()).isEmpty();
  }

  @Test
  void theLogIsReadWithItsScopeAndByItsTenantOnly() {
    Patient patient = Patient.of(partner);
    audited.lines(1);
    AuditedPartner other = AuditedPartner.make();

    other.partner().request().get(patient.path("")).then().statusCode(404);

    Map<String, Object> probe = other.lines(1).getFirst();
    assertThat(probe)
        .containsEntry("operation", "getPatient")
        .containsEntry("code", "PATIENT_NOT_FOUND")
        .containsEntry("patientId", null)
        .containsEntry("objectId", null)
        .containsEntry("salt", null);
    assertThat(probe.get("objectDigest")).isNotNull();
    assertThat(audited.all().toString())
        .contains(patient.id().toString())
        .doesNotContain("_NOT_FOUND");
    Refusal.of(
        audited.tenant(),
        () -> partner.with("patients:read").get("/v1/audit"),
        403,
        "SCOPE_MISSING");
    Refusal.of(audited.tenant(), () -> given().get("/v1/audit"), 401, "UNAUTHENTICATED");
  }

  @Test
  void aStretchOfTimeCanBeRead() {
    Patient.of(partner);
    String at = (String) audited.lines(1).getFirst().get("at");
    String before = Instant.parse(at).minusSeconds(60).toString();

    assertThat(
            partner.request().get("/v1/audit?from=" + before + "&to=" + at).<List<?>>path("items"))
        .isEmpty();
    assertThat(partner.request().get("/v1/audit?from=" + at).<List<?>>path("items")).isNotEmpty();
    Refusal.of(
        audited.tenant(),
        () -> partner.request().get("/v1/audit?from=yesterday"),
        400,
        "INVALID_REQUEST");
    Refusal.of(
        audited.tenant(), () -> partner.request().get("/v1/audit?cursor=x"), 400, "CURSOR_UNKNOWN");
  }

  @Test
  void callersWhoAreUnknownAreCountedAndNothingOfTheirTextIsKept() {
    UUID made = UUID.randomUUID();
    long before = unknown();

    AtOnce.run(5, () -> given().get("/v1/patients/" + made).then().statusCode(401));

    await()
        .atMost(GENEROUS)
        .untilAsserted(() -> assertThat(unknown()).isGreaterThanOrEqualTo(before + 5));
    assertThat(Mentions.of(made.toString())).isEmpty();
  }

  @Test
  void anErasedPatientsIdsGoAndTheChainStaysWhole() {
    Patient patient = Patient.cleared(partner);
    Patient stays = Patient.of(partner);
    partner.request().get(patient.path("")).then().statusCode(200);
    ChainHead kept = audited.headAfter(4);

    Response begun = partner.request().delete(patient.path(""));
    partner.request().get(patient.path("")).then().statusCode(404);

    Erased.leavesNothing(patient.id(), PatientErased.TYPE);
    List<Map<String, Object>> lines = audited.lines(6);
    assertThat(lines)
        .filteredOn(line -> "erasePatient".equals(line.get("operation")))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .containsEntry("objectType", "erasures")
                    .containsEntry("objectId", begun.path("erasureId"))
                    .containsEntry("patientId", null));
    assertThat(lines)
        .filteredOn(line -> stays.id().toString().equals(line.get("patientId")))
        .hasSize(1);
    assertThat(lines)
        .filteredOn(line -> "patients".equals(line.get("objectType")) && line.get("salt") == null)
        .hasSize(4)
        .allSatisfy(line -> assertThat(line.get("objectDigest")).isNotNull());
    assertThat(audited.check(kept).broken()).isEmpty();
    assertThat(audited.check(kept).withoutIds()).isEqualTo(4);
    Erased.leavesNothing(patient.id(), PatientErased.TYPE);
  }

  private static long unknown() {
    return Long.parseLong(
        Stored.column(
                """
                select coalesce(sum(times), 0) from audit_line
                where chain = '-' and operation = 'getPatient' and code = 'UNAUTHENTICATED'
                  and client is null and patient_id is null and digest is null
                """)
            .getFirst());
  }

  private Response assess(Patient patient) {
    return partner
        .request()
        .body(Requests.assessment().toString())
        .post(patient.path("/assessments"));
  }

  private static Function<Map<String, Object>, Object> of(String name) {
    return line -> line.get(name);
  }
}

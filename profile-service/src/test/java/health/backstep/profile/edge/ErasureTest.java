package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Erased;
import health.backstep.backbone.testing.Mentions;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import health.backstep.contracts.EventSchemas;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** A patient who is erased is gone here at once, everywhere in the end, and does not come back. */
@ProfileComponentTest
class ErasureTest {

  private static final String TYPE = "pt.profile.patient-erased.v1";
  private static final String UNKNOWN_TYPE = "pt.session.of-a-later-version.v1";

  private final Partner partner =
      new Partner("erase-" + UUID.randomUUID().toString().substring(0, 8));

  @Test
  void itIsBegunOnceAndFoundAtItsLocation() {
    Patient patient = Patient.cleared(partner);

    ValidatableResponse begun = erase(patient).then().statusCode(202);
    String location = begun.extract().header("Location");

    begun
        .body("patientId", equalTo(patient.id().toString()))
        .body("state", equalTo("IN_PROGRESS"))
        .body(
            "parts.service", equalTo(List.of("plan-service", "profile-service", "session-service")))
        .body("receipt", nullValue());
    assertThat(location).isEqualTo("/v1/erasures/" + begun.extract().path("erasureId"));
    erase(patient)
        .then()
        .statusCode(202)
        .header("Location", equalTo(location))
        .body("erasureId", equalTo(begun.extract().path("erasureId")));
    partner.request().get(location).then().statusCode(200).body("parts", hasSize(3));
    Refusal.of(
        "erase-other",
        () -> new Partner("erase-other").request().get(location),
        404,
        "ERASURE_NOT_FOUND");
    assertThat(patient.published(3))
        .last()
        .satisfies(
            last -> {
              assertThat(last.type()).isEqualTo(TYPE);
              assertThat(last.sequence()).isEqualTo(3);
              assertThat(EventSchemas.faults(TYPE, last.payload())).isEmpty();
            });
  }

  @Test
  void onlyAPatientOfOnesOwnCanBeErased() {
    Patient other = Patient.cleared(new Partner("erase-other"));

    Refusal.of(
        "erase-other", () -> erase(new Patient(partner, other.id())), 404, "PATIENT_NOT_FOUND");
    Refusal.of(
        partner.tenant(),
        () -> erase(new Patient(partner, UUID.randomUUID())),
        404,
        "PATIENT_NOT_FOUND");
    Refusal.of(
        "erase-other",
        () -> other.partner().with("patients:write").delete(other.path("")),
        403,
        "SCOPE_MISSING");
  }

  @Test
  void nothingOfThePatientIsLeftAndEveryRouteAnswersAsForAMissingOne() {
    String externalId = "clinic-" + UUID.randomUUID();
    Patient patient = livedThrough(externalId);

    erase(patient).then().statusCode(202);

    partner.request().get(patient.path("")).then().statusCode(404);
    assess(patient, "at once").then().statusCode(404);
    Erased.leavesNothing(patient.id(), TYPE);
    for (String get : List.of("", "/clearance", "/assessments", "/outcomes")) {
      Refusal.of(
          partner.tenant(),
          () -> partner.request().get(patient.path(get)),
          404,
          "PATIENT_NOT_FOUND");
    }
    Refusal.of(partner.tenant(), () -> patient.clear("*"), 404, "PATIENT_NOT_FOUND");
    Refusal.of(partner.tenant(), () -> assess(patient, "again"), 404, "PATIENT_NOT_FOUND");
    assertThat(Mentions.of(externalId)).isEmpty();
  }

  @Test
  void onePatientsErasureTouchesNobodyElse() {
    Patient other = livedThrough("clinic-" + UUID.randomUUID());
    Patient patient = livedThrough("clinic-" + UUID.randomUUID());
    Map<String, Integer> before = rowsNaming(other.id());

    erase(patient).then().statusCode(202);
    Erased.leavesNothing(patient.id(), TYPE);

    assertThat(rowsNaming(other.id())).isEqualTo(before);
  }

  @Test
  void aPatientWithTheSameExternalIdStartsClean() {
    String externalId = "clinic-" + UUID.randomUUID();
    Patient patient = livedThrough(externalId);
    erase(patient).then().statusCode(202);

    String again = register(externalId).extract().path("patientId");

    assertThat(again).isNotEqualTo(patient.id().toString());
    partner
        .request()
        .get("/v1/patients/" + again + "/assessments")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void lateEventsAndLateUnreadableRecordsLeaveNothing() {
    Patient patient = Patient.cleared(partner);
    erase(patient).then().statusCode(202);
    Erased.leavesNothing(patient.id(), TYPE);
    double dropped = Erased.droppedLate();

    Wire.send(
        SessionEvents.TOPIC,
        patient.id().toString(),
        Map.of("ce_type", UNKNOWN_TYPE),
        patient.id().toString().getBytes(StandardCharsets.UTF_8));
    Wire.send(SessionEvents.TOPIC, SessionEvents.redFlag(partner.tenant(), patient.id(), 7));
    Erased.isDroppedAfter(dropped);

    Erased.leavesNothing(patient.id(), TYPE);
  }

  @Test
  void whoeverWritesAtTheSameMomentComesBeforeOrIsRefused() {
    Patient patient = Patient.cleared(partner);
    AtomicInteger writer = new AtomicInteger();

    List<Set<Integer>> answers =
        AtOnce.run(
            8,
            () -> {
              int who = writer.getAndIncrement();
              return who == 0 ? erasedAfterSome(patient) : writtenUntilGone(patient, who);
            });

    assertThat(answers).allSatisfy(seen -> assertThat(seen).isSubsetOf(200, 201, 202, 404));
    assertThat(answers).anySatisfy(seen -> assertThat(seen).contains(201, 404));
    Erased.leavesNothing(patient.id(), TYPE);
  }

  @Test
  void whenAllHaveConfirmedThereIsAReceiptThatAnybodyCanCheck() throws Exception {
    Patient patient = Patient.cleared(partner);
    String id = erase(patient).then().extract().path("erasureId");
    confirm("session", patient, id, 3);
    confirm("plan", patient, id, 12);
    confirm("plan", patient, id, 99);

    String receipt =
        partner
            .request()
            .get("/v1/erasures/" + id + "?wait=PT30S")
            .then()
            .body("state", equalTo("COMPLETED"))
            .extract()
            .path("receipt");

    JsonWebSignature checked = signature(receipt);
    assertThat(checked.verifySignature()).isTrue();
    JsonNode said = new ObjectMapper().readTree(checked.getUnverifiedPayload());
    assertThat(said.path("erasureId").asText()).isEqualTo(id);
    assertThat(said.path("tenant").asText()).isEqualTo(partner.tenant());
    assertThat(said.path("patientId").asText()).isEqualTo(patient.id().toString());
    assertThat(said.at("/parts/0/service").asText()).isEqualTo("plan-service");
    assertThat(said.at("/parts/0/removedRows").asInt()).isEqualTo(12);
    assertThat(said.at("/parts/1/removedRows").asInt()).isPositive();
    assertThat(said.at("/parts/2/erasedAt").asText()).isEqualTo("2026-11-22T08:00:00Z");
    assertThat(signature(changed(receipt)).verifySignature()).isFalse();
    erase(patient).then().statusCode(202).body("receipt", equalTo(receipt));
  }

  @Test
  void aWordAboutAnotherPatientsErasureConfirmsNothing() {
    Patient patient = Patient.cleared(partner);
    Patient other = Patient.cleared(partner);
    String id = erase(patient).then().extract().path("erasureId");
    String others = erase(other).then().extract().path("erasureId");

    confirm("plan", other, id, 1);
    confirm("plan", other, others, 1);

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(erasedAt(others, "plan-service")).isNotNull());
    assertThat(erasedAt(id, "plan-service")).isNull();
  }

  private String erasedAt(String erasure, String service) {
    return partner
        .request()
        .get("/v1/erasures/" + erasure)
        .then()
        .extract()
        .path("parts.find { it.service == '%s' }.erasedAt".formatted(service));
  }

  private Set<Integer> erasedAfterSome(Patient patient) {
    await()
        .until(
            () ->
                Stored.column("select 1 from assessment where patient_id = ?", patient.id()).size()
                    > 5);
    return Set.of(erase(patient).statusCode());
  }

  private Set<Integer> writtenUntilGone(Patient patient, int writer) {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 200 && !seen.contains(404); i++) {
      Response answer = writer == 1 ? patient.clear("*") : assess(patient, writer + "-" + i);
      seen.add(answer.statusCode());
    }
    return seen;
  }

  /** With a row in every table, also for what could not be handled. */
  private Patient livedThrough(String externalId) {
    Patient patient =
        new Patient(partner, UUID.fromString(register(externalId).extract().path("patientId")));
    patient.clear("*").then().statusCode(200);
    assess(patient, "first").then().statusCode(201);
    Stored.alter(
        "insert into patient_clock values ('%s', '%s', now(), '%2$s')"
            .formatted(partner.tenant(), patient.id()));
    Wire.send(SessionEvents.TOPIC, SessionEvents.unknownType(partner.tenant(), patient.id(), 1));
    Wire.send(SessionEvents.TOPIC, SessionEvents.redFlag(partner.tenant(), patient.id(), 2, "{"));
    Wire.send(SessionEvents.TOPIC, SessionEvents.unknownType(partner.tenant(), patient.id(), 4));
    Wire.send(
        SessionEvents.TOPIC,
        patient.id().toString(),
        Map.of("ce_type", UNKNOWN_TYPE),
        "{}".getBytes(StandardCharsets.UTF_8));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                Mentions.of(patient.id().toString())
                    .containsAll(
                        List.of(
                            "inbox_parked.patient_id",
                            "inbox_gap.patient_id",
                            "dead_letter.record_key",
                            "idempotency.patients")));
    await()
        .until(
            () ->
                Stored.column(
                            "select tenant from dead_letter where record_key = ?",
                            patient.id().toString())
                        .size()
                    == 2);
    return patient;
  }

  private ValidatableResponse register(String externalId) {
    return partner
        .request()
        .body(Requests.patient().put("externalId", externalId).toString())
        .post("/v1/patients")
        .then()
        .statusCode(201);
  }

  private Response assess(Patient patient, String key) {
    return partner
        .request()
        .header("Idempotency-Key", patient.id() + key)
        .body(Requests.assessment().toString())
        .post(patient.path("/assessments"));
  }

  private Response erase(Patient patient) {
    return patient.partner().request().delete(patient.path(""));
  }

  private void confirm(String service, Patient patient, String erasureId, long rows) {
    Wire.send(
        "pt." + service + ".events.v1",
        Wire.event(
            "/" + service + "-service",
            "pt." + service + ".patient-erased.v1",
            partner.tenant(),
            patient.id(),
            41,
            """
            {"erasureId": "%s", "erasedAt": "2026-11-22T08:00:00Z", "removedRows": %d}
            """
                .formatted(erasureId, rows)));
  }

  private JsonWebSignature signature(String receipt) throws JoseException {
    JsonWebKeySet keys =
        new JsonWebKeySet(partner.request().get("/v1/erasures/keys").then().extract().asString());
    assertThat(keys.toJson()).doesNotContain("\"d\"", "\"p\"");
    JsonWebSignature signature = new JsonWebSignature();
    signature.setCompactSerialization(receipt);
    signature.setKey(
        keys.findJsonWebKey(signature.getKeyIdHeaderValue(), "RSA", "sig", "RS256").getKey());
    return signature;
  }

  private static String changed(String receipt) {
    String[] parts = receipt.split("\\.");
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String other = payload.replace("\"removedRows\":12", "\"removedRows\":13");
    assertThat(other).isNotEqualTo(payload);
    parts[1] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(other.getBytes(StandardCharsets.UTF_8));
    return String.join(".", parts);
  }

  private static Map<String, Integer> rowsNaming(UUID patient) {
    List<String> tables = new ArrayList<>(List.of("clearance", "assessment", "event_sequence"));
    tables.addAll(
        List.of("inbox_stream", "inbox_event", "inbox_parked", "inbox_gap", "patient_clock"));
    Map<String, Integer> rows = new TreeMap<>();
    tables.forEach(
        table ->
            rows.put(
                table,
                Stored.column("select 1 from " + table + " where patient_id = ?", patient).size()));
    rows.put(
        "outbox",
        Stored.column("select 1 from outbox where record_key = ?", patient.toString()).size());
    rows.put(
        "dead_letter",
        Stored.column("select 1 from dead_letter where record_key = ?", patient.toString()).size());
    return rows;
  }
}

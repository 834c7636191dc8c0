package health.backstep.profile.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.backbone.testing.Stored;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write that is repeated with its key happens once and is answered as it was. */
@ProfileComponentTest
class IdempotencyTest {

  private static final Partner PARTNER = new Partner("idempotency");

  private final String key = UUID.randomUUID().toString();

  @Test
  void theSameKeyAndBodyIsAnsweredAsBefore() {
    Response first = register(PARTNER, Requests.patient());
    Response again = register(PARTNER, Requests.patient());

    assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("Location")).isEqualTo(first.header("Location")).contains("/v1/");
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"0\"");
    assertThat(again.contentType()).isEqualTo(first.contentType());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotency-Replayed")).isNull();
  }

  @Test
  void aKeyIsKnownForADay() {
    String first = register(PARTNER, Requests.patient()).path("patientId");

    age("23 hours 59 minutes");

    Response again = register(PARTNER, Requests.patient());
    assertThat(again.<String>path("patientId")).isEqualTo(first);
  }

  @Test
  void afterADayAKeyIsANewOneForAnyBodyAndRacingRequestsStillMakeOnePatient() {
    String first = register(PARTNER, Requests.patient()).path("patientId");
    ObjectNode other = Requests.patient().put("birthYear", 1986);

    age("24 hours 1 second");

    List<String> answers =
        AtOnce.run(6, () -> register(PARTNER, other).then().statusCode(201)).stream()
            .map(answer -> answer.extract().<String>path("patientId"))
            .toList();
    assertThat(answers).containsOnly(answers.getFirst()).doesNotContain(first);
    Refusal.of(
        PARTNER.tenant(),
        () -> register(PARTNER, Requests.patient()),
        422,
        "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void theRepetitionStoresAndPublishesNothing() {
    Patient patient = Patient.of(PARTNER);
    assess(patient);
    var before = Stored.of(PARTNER.tenant());

    assess(patient);

    assertThat(Stored.of(PARTNER.tenant())).isEqualTo(before);
    assertThat(patient.published(2)).hasSize(2);
  }

  @Test
  void theSameKeyWithAnotherBodyIs422() {
    register(PARTNER, Requests.patient());

    Refusal.of(
        PARTNER.tenant(),
        () -> register(PARTNER, Requests.patient().put("birthYear", 1986)),
        422,
        "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void theSameKeyAndBodyForAnotherPatientIs422() {
    Patient one = Patient.of(PARTNER);
    Patient other = Patient.of(PARTNER);
    assess(one);

    Refusal.of(PARTNER.tenant(), () -> assess(other), 422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void whiteSpaceAndOrderOfFieldsMakeNoOtherBody() {
    ObjectNode reordered = Requests.patient();
    reordered.set("birthYear", reordered.remove("birthYear"));

    String first = register(PARTNER, Requests.patient()).path("patientId");
    String again =
        request(PARTNER).body(reordered.toPrettyString()).post("/v1/patients").path("patientId");

    assertThat(again).isEqualTo(first);
  }

  @Test
  void requestsThatRaceWithOneKeyMakeOnePatient() {
    List<String> answers =
        AtOnce.run(6, () -> register(PARTNER, Requests.patient()).then().statusCode(201)).stream()
            .map(answer -> answer.extract().<String>path("patientId"))
            .toList();

    assertThat(answers).hasSize(6).containsOnly(answers.getFirst());
    assertThat(
            Stored.column(
                "select id::text from patient where tenant = ? and id = ?::uuid",
                PARTNER.tenant(),
                answers.getFirst()))
        .hasSize(1);
    assertThat(
            Stored.column("select sequence from outbox where record_key = ?", answers.getFirst()))
        .containsExactly("1");
  }

  @Test
  void aRefusedRequestLeavesTheKeyFree() {
    Refusal.of(
        PARTNER.tenant(),
        () -> register(PARTNER, Requests.patient().put("birthYear", 2020)),
        422,
        "AGE_NOT_SERVED");

    register(PARTNER, Requests.patient()).then().statusCode(201);
  }

  @Test
  void anotherTenantsKeyIsAnotherKey() {
    String own = register(PARTNER, Requests.patient()).path("patientId");
    String others =
        register(new Partner("idempotency-other"), Requests.patient()).path("patientId");

    assertThat(others).isNotEqualTo(own);
  }

  @Test
  void anotherClientsKeyIsAnotherKey() {
    String one = registerAs("client-one");
    String other = registerAs("client-two");

    assertThat(other).isNotEqualTo(one);
    assertThat(registerAs("client-one")).isEqualTo(one);
  }

  @Test
  void withoutAKeyEveryRequestIsANewOne() {
    assertThat(Patient.of(PARTNER).id()).isNotEqualTo(Patient.of(PARTNER).id());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 256})
  void aKeyHas1To255Characters(int length) {
    Refusal.of(
            PARTNER.tenant(),
            () ->
                PARTNER
                    .request()
                    .header("Idempotency-Key", "k".repeat(length))
                    .body(Requests.patient().toString())
                    .post("/v1/patients"),
            400,
            "IDEMPOTENCY_KEY_INVALID")
        .body("status", equalTo(400));
  }

  private void age(String by) {
    Stored.alter(
        "update idempotency set created_at = created_at - interval '%s' where key = '%s'"
            .formatted(by, key));
  }

  private String registerAs(String client) {
    String token =
        ForgedToken.with(
            claims -> {
              claims.setStringClaim("tenant", PARTNER.tenant());
              claims.setSubject(client);
            });
    return given()
        .contentType(ContentType.JSON)
        .auth()
        .oauth2(token)
        .header("Idempotency-Key", key)
        .body(Requests.patient().toString())
        .post("/v1/patients")
        .then()
        .statusCode(201)
        .extract()
        .path("patientId");
  }

  private Response register(Partner partner, ObjectNode patient) {
    return request(partner).body(patient.toString()).post("/v1/patients");
  }

  private Response assess(Patient patient) {
    return request(PARTNER)
        .body(Requests.assessment().toString())
        .post(patient.path("/assessments"));
  }

  private io.restassured.specification.RequestSpecification request(Partner partner) {
    return partner.request().header("Idempotency-Key", key);
  }
}

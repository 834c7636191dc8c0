package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody overwrites what they have not seen. */
@ProfileComponentTest
class PreconditionTest {

  private static final Partner PARTNER = new Partner("preconditions");

  private Patient patient;

  @BeforeEach
  void aPatientWithClearance() {
    patient = Patient.cleared(PARTNER);
  }

  @Test
  void aChangeWithoutIfMatchIs428() {
    Refusal.of(
        PARTNER.tenant(),
        () -> PARTNER.request().body(Requests.patient().toString()).put(patient.path("")),
        428,
        "IF_MATCH_REQUIRED");
  }

  @Test
  void aSecondClearanceWithoutIfMatchIs428() {
    Refusal.of(
        PARTNER.tenant(),
        () ->
            PARTNER
                .request()
                .body(Requests.clearance("WITHHELD").toString())
                .put(patient.path("/clearance")),
        428,
        "IF_MATCH_REQUIRED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "0", "W/\"0\"", "\"\"", "\"7\", \"8\""})
  void aChangeOfWhatWasNotSeenIs412(String ifMatch) {
    Refusal.of(PARTNER.tenant(), () -> change(ifMatch), 412, "STALE");
    Refusal.of(PARTNER.tenant(), () -> patient.clear(ifMatch), 412, "STALE");
  }

  @Test
  void aChangeOfWhatWasReadIsTaken() {
    String read = PARTNER.request().get(patient.path("")).header("ETag");

    String changed =
        change(read)
            .then()
            .statusCode(200)
            .body("minutesPerSession", equalTo(20))
            .extract()
            .header("ETag");

    assertThat(changed).isNotEqualTo(read);
    assertThat(PARTNER.request().get(patient.path("")).header("ETag")).isEqualTo(changed);
    Refusal.of(PARTNER.tenant(), () -> change(read), 412, "STALE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"7\", %s", "%s,W/\"7\""})
  void aChangeThatNamesWhatIsThereAmongOthersIsTaken(String ifMatch) {
    String read = PARTNER.request().get(patient.path("")).header("ETag");

    change(ifMatch.formatted(read)).then().statusCode(200);
  }

  @Test
  void aClearanceThatFollowsOnTheLastIsTaken() {
    String read = PARTNER.request().get(patient.path("/clearance")).header("ETag");

    String changed = patient.clear(read).then().statusCode(200).extract().header("ETag");

    assertThat(changed).isNotEqualTo(read);
    Refusal.of(PARTNER.tenant(), () -> patient.clear(read), 412, "STALE");
  }

  @Test
  void ofChangesFromTheSameReadOneIsTaken() {
    String read = PARTNER.request().get(patient.path("/clearance")).header("ETag");

    List<Integer> answers =
        AtOnce.run(6, () -> patient.clear(read)).stream().map(Response::statusCode).toList();

    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    assertThat(patient.published(3)).hasSize(3);
  }

  @Test
  void ofPatientsWithTheSameExternalIdOneIsRegistered() {
    String body = Requests.patient().put("externalId", "twin-" + patient.id()).toString();

    List<Integer> answers =
        AtOnce.run(6, () -> PARTNER.request().body(body).post("/v1/patients")).stream()
            .map(Response::statusCode)
            .toList();

    assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"no-such\", %s", "*"})
  void aReadOfWhatTheCallerHasIs304WithoutABody(String known) {
    String read = PARTNER.request().get(patient.path("")).header("ETag");

    Response again =
        PARTNER.request().header("If-None-Match", known.formatted(read)).get(patient.path(""));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.header("ETag")).isEqualTo(read);
    assertThat(again.asString()).isEmpty();
  }

  @Test
  void whatTheCallerHasIs304ForTheHeadersAlone() {
    String read = PARTNER.request().get(patient.path("")).header("ETag");

    assertThat(PARTNER.request().header("If-None-Match", read).head(patient.path("")).statusCode())
        .isEqualTo(304);
    assertThat(PARTNER.request().header("If-None-Match", read).get(patient.path("/outcomes")))
        .extracting(Response::statusCode)
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "W/\"7\"", "\"7\", \"8\"", "\"\""})
  void aReadOfWhatTheCallerHasNotIsAnswered(String known) {
    PARTNER
        .request()
        .header("If-None-Match", known)
        .get(patient.path(""))
        .then()
        .statusCode(200)
        .body("patientId", equalTo(patient.id().toString()));
  }

  @Test
  void aReadOfWhatHasChangedIsAnswered() {
    String read = PARTNER.request().get(patient.path("")).header("ETag");
    change(read).then().statusCode(200);

    PARTNER
        .request()
        .header("If-None-Match", read)
        .get(patient.path(""))
        .then()
        .statusCode(200)
        .body("minutesPerSession", equalTo(20));
  }

  private Response change(String ifMatch) {
    return PARTNER
        .request()
        .header("If-Match", ifMatch)
        .body(Requests.patient().put("minutesPerSession", 20).toString())
        .put(patient.path(""));
  }
}

package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Wire;
import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions that cannot have happened as told leave nothing behind. */
@SessionComponentTest
class RefusedSessionsTest {

  private final Partner partner = new Partner("north-clinic");
  private Patient patient;

  @BeforeEach
  void aPatientWithAPlan() {
    patient = Patient.withPlan(partner);
  }

  @Test
  void aPlanVersionThatNeverWasIsRefused() {
    refused(session -> session.put("planVersion", 9), "/planVersion", "PLAN_VERSION_UNKNOWN");
  }

  @Test
  void anExerciseThatWasNotPrescribedIsRefused() {
    refused(
        session -> exercise(session).put("exerciseId", "deadlift"),
        "/exercises/0/exerciseId",
        "EXERCISE_NOT_PRESCRIBED");
  }

  @Test
  void aLevelAboveThePrescribedOneIsRefused() {
    refused(
        session -> exercise(session).put("level", 3), "/exercises/0/level", "LEVEL_NOT_PRESCRIBED");
  }

  @Test
  void anEndBeforeTheStartIsRefused() {
    refused(
        session -> session.put("endedAt", "2026-11-20T06:59:00+01:00"),
        "/endedAt",
        "ENDS_BEFORE_START");
  }

  @Test
  void aTimeInTheFutureIsRefused() {
    String ahead = OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(10).toString();
    refused(session -> session.put("endedAt", ahead), "/endedAt", "TIME_IN_FUTURE");
  }

  @Test
  void painElevenIsRefused() {
    refused(session -> session.put("painAfter", 11), "/painAfter", "OUT_OF_RANGE");
    refused(
        session -> exercise(session).put("painDuring", -1),
        "/exercises/0/painDuring",
        "OUT_OF_RANGE");
  }

  @Test
  void aMissingFieldIsNamed() {
    refused(session -> session.remove("painBefore"), "/painBefore", "REQUIRED");
  }

  @Test
  void anUnknownFieldIsNamed() {
    ObjectNode session = Requests.greenSession();
    exercise(session).put("mood", "good");

    patient
        .post("/sessions", session)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("UNKNOWN_FIELD"))
        .body("errors.pointer", hasItem("/exercises/0/mood"));
    nothingHappened();
  }

  @Test
  void aPatientOfAnotherTenantIsNotFound() {
    new Partner("south-clinic")
        .request()
        .body(Requests.greenSession().put("planVersion", 9).toString())
        .post("/v1/patients/" + patient.id() + "/sessions")
        .then()
        .statusCode(404)
        .body("code", equalTo("PATIENT_NOT_FOUND"));
    nothingHappened();
  }

  @Test
  void aPlanVersionThatIsStillOnItsWayIsWaitedFor() {
    ObjectNode session = Requests.greenSession().put("planVersion", 2);

    CompletableFuture<ValidatableResponse> posted =
        CompletableFuture.supplyAsync(() -> patient.post("/sessions", session));
    patient.planned(2);

    posted.join().statusCode(201);
  }

  /** As while no events flow: an app that took a refusal for the last word would lose a flare. */
  @Test
  void aPlanVersionThatMayYetComeIsToBeSentAgain() {
    ObjectNode session = Requests.greenSession().put("planVersion", 2);

    patient
        .post("/sessions", session)
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("PLAN_VERSION_NOT_KNOWN_YET"));
    nothingHappened();
    patient.planned(2);

    patient.post("/sessions", session).statusCode(201);
  }

  private void refused(Consumer<ObjectNode> fault, String pointer, String code) {
    ObjectNode session = Requests.greenSession();
    fault.accept(session);

    patient
        .post("/sessions", session)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.find { it.pointer == '" + pointer + "' }.code", equalTo(code));
    nothingHappened();
  }

  private void nothingHappened() {
    assertThat(patient.get("/sessions").extract().<java.util.List<?>>path("items")).isEmpty();
    assertThat(Wire.on("pt.session.events.v1", patient.id())).isEmpty();
  }

  private static ObjectNode exercise(ObjectNode session) {
    return (ObjectNode) session.path("exercises").path(0);
  }
}

package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Patients of a sandbox live by their test clocks, and everybody else by real time. */
@SessionComponentTest
class TestClockTest {

  private final Instant fourWeeksOn =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(28, ChronoUnit.DAYS);

  private final Partner sandbox = new Partner("sandbox");
  private final Partner clinic = new Partner("clock-clinic");

  @Test
  void aRecordOfTheTestClocksTimeIsTakenAndTold() {
    Patient patient = Patient.withPlan(sandbox);
    patient.post("/sessions", session(fourWeeksOn)).statusCode(422);
    UUID event = patient.clock(fourWeeksOn);

    clock(sandbox, patient, event).statusCode(200).body("now", equalTo(fourWeeksOn.toString()));
    patient.post("/sessions", session(fourWeeksOn)).statusCode(201);
    patient.post("/check-ins", Requests.checkIn(fourWeeksOn.toString(), 2)).statusCode(201);
    patient
        .post("/check-ins", Requests.checkIn(fourWeeksOn.plus(1, ChronoUnit.HOURS).toString(), 2))
        .statusCode(422)
        .body("errors.code", contains("TIME_IN_FUTURE"));
    patient.get("/adherence").body("periods.done", contains(1, 1));
    Wire.Seen told =
        await()
            .until(() -> Wire.on("pt.session.events.v1", patient.id()), seen -> seen.size() > 1)
            .getFirst();
    assertThat(told.headers()).containsEntry("ce_time", fourWeeksOn.toString());
  }

  @Test
  void aClockThatComesTwiceOrLateDoesNotGoBack() {
    Patient patient = Patient.withPlan(sandbox);
    clock(sandbox, patient, patient.clock(fourWeeksOn)).statusCode(200);

    UUID earlier = patient.clock(fourWeeksOn.minus(7, ChronoUnit.DAYS));

    clock(sandbox, patient, earlier).statusCode(200).body("now", equalTo(fourWeeksOn.toString()));
  }

  @Test
  void aClockThatHasNotArrivedIsNotApplied() {
    Patient patient = Patient.withPlan(sandbox);

    sandbox
        .request()
        .get(
            "/v1/sandbox/clock?wait=PT0.1S&patientId="
                + patient.id()
                + "&after="
                + UUID.randomUUID())
        .then()
        .statusCode(202)
        .body("applied", equalTo(false));
  }

  @Test
  void outsideOfASandboxAClockThatIsToldHasNoEffect() {
    Patient patient = Patient.withPlan(clinic);
    UUID event = patient.clock(fourWeeksOn);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        Stored.column("select outcome from inbox_event where event_id = ?", event))
                    .containsExactly("APPLIED"));

    patient
        .post("/sessions", session(fourWeeksOn))
        .statusCode(422)
        .body("errors.code", contains("TIME_IN_FUTURE", "TIME_IN_FUTURE"));
    clock(clinic, patient, event).statusCode(404).body("code", equalTo("NOT_FOUND"));
    assertThat(
            Stored.column("select now::text from patient_clock where tenant = ?", clinic.tenant()))
        .isEmpty();
  }

  private static ValidatableResponse clock(Partner partner, Patient patient, UUID after) {
    return partner
        .request()
        .get("/v1/sandbox/clock?wait=PT30S&patientId=" + patient.id() + "&after=" + after)
        .then();
  }

  private static ObjectNode session(Instant end) {
    return Requests.greenSession()
        .put("startedAt", end.minusSeconds(600).toString())
        .put("endedAt", end.toString());
  }
}

package health.backstep.session.edge;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.testing.Partner;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@SessionComponentTest
@Tag("AD-1")
class AdherenceJourneyTest {

  private final Partner partner = new Partner("north-clinic");

  @Test
  void sixSessionsInTwoWeeksAreTheHabitPoint() {
    Patient patient = Patient.withPlan(partner);
    for (int daysAgo = 6; daysAgo > 1; daysAgo--) {
      worksOut(patient, daysAgo);
    }
    patient
        .get("/adherence")
        .body("periods.days", contains(14, 30))
        .body("periods.done", contains(5, 5))
        .body("habitPoint.reached", equalTo(false))
        .body("habitPoint.reachedAt", nullValue())
        .body("dataDays.days", equalTo(5))
        .body("dataDays.of", equalTo(30))
        .body("rule", equalTo("AD-1"))
        .body("evidence", equalTo("design"));

    worksOut(patient, 1);

    patient
        .get("/adherence")
        .body("periods.done", contains(6, 6))
        .body("habitPoint.reached", equalTo(true))
        .body("habitPoint.reachedAt", notNullValue());
  }

  @Test
  void beforeThePlanHasAskedForAnythingThereIsNoShare() {
    Patient patient = Patient.withPlan(partner);
    patient.plannedWithBlocks(2);

    patient
        .get("/adherence")
        .body("periods.asked", contains(0, 0))
        .body("periods.donePercent", equalTo(Collections.nCopies(2, null)));
  }

  @Test
  void aSessionInWhichNothingWasDoneDoesNotCount() {
    Patient patient = Patient.withPlan(partner);
    ObjectNode nothing = session(1);
    ((ObjectNode) nothing.path("exercises").path(0)).put("setsDone", 0).putArray("repsDone");
    patient.post("/sessions", nothing).statusCode(201);

    patient
        .get("/adherence")
        .body("periods.done", contains(0, 0))
        .body("dataDays.days", equalTo(1));
  }

  @Test
  void anUnknownPatientIsNotFound() {
    partner
        .request()
        .get("/v1/patients/" + Uuid7.next() + "/adherence")
        .then()
        .statusCode(404)
        .body("code", equalTo("PATIENT_NOT_FOUND"));
  }

  private static void worksOut(Patient patient, int daysAgo) {
    patient.post("/sessions", session(daysAgo)).statusCode(201);
  }

  private static ObjectNode session(int daysAgo) {
    OffsetDateTime start = OffsetDateTime.now(ZoneOffset.UTC).minusDays(daysAgo);
    return Requests.greenSession()
        .put("startedAt", start.toString())
        .put("endedAt", start.plusMinutes(11).toString());
  }
}

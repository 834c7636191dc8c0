package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Statements;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** How often calls go to the database: that costs the same on every machine. */
@SessionComponentTest
class StatementsTest {

  private static final Logger LOG = Logger.getLogger(StatementsTest.class);

  private final Partner partner =
      new Partner("counted-" + UUID.randomUUID().toString().substring(0, 8));

  @Test
  void aSessionOfAPatientWhoseCourseIsRememberedIsOneStatement() {
    Patient patient = Patient.withPlan(partner);
    patient.post("/sessions", day(1)).statusCode(201);

    assertThat(counted("session, course remembered", () -> keyed(patient, day(2)))).isEqualTo(1);
    assertThat(counted("session without a key", () -> patient.post("/sessions", day(3))))
        .isEqualTo(1);
  }

  @Test
  void theFirstSessionOfAPatientReadsTheCourseBefore() {
    Patient patient = Patient.withPlan(partner);

    assertThat(counted("session, course read", () -> keyed(patient, day(1)))).isEqualTo(2);
  }

  @Test
  void aCourseThatHasChangedMeanwhileIsReadAgain() {
    Patient patient = Patient.withPlan(partner);
    patient.post("/sessions", day(1)).statusCode(201);
    patient.post("/check-ins", Requests.checkIn("2026-03-04T08:00:00+01:00", 2)).statusCode(201);

    assertThat(counted("session, course changed", () -> keyed(patient, day(4)))).isEqualTo(3);
  }

  @Test
  void aHundredSessionsOfABatchAreFewStatements() {
    List<Patient> patients =
        IntStream.range(0, 5).mapToObj(number -> Patient.withPlan(partner)).toList();
    Batch batch = new Batch();
    IntStream.range(0, 100).forEach(i -> batch.session(patients.get(i % 5).id(), i / 5));

    assertThat(counted("batch of 100 sessions", () -> batch.post(partner).then().statusCode(200)))
        .isEqualTo(2);
  }

  @Test
  void thePlainWayIsCountedAsWell() {
    Patient patient = Patient.withPlan(partner);

    assertThat(counted("flare", () -> patient.post("/flares", Requests.flare(6)))).isBetween(6, 30);
  }

  private static int counted(String what, Runnable call) {
    try (Statements statements = Statements.ofCalls()) {
      call.run();
      LOG.infof(
          "%s: %d statements, %d round trips",
          what, statements.executed(), statements.roundTrips());
      assertThat(statements.roundTrips()).isLessThanOrEqualTo(statements.executed());
      return statements.executed();
    }
  }

  private void keyed(Patient patient, ObjectNode session) {
    partner
        .request()
        .header("Idempotency-Key", UUID.randomUUID())
        .body(session.toString())
        .post("/v1/patients/" + patient.id() + "/sessions")
        .then()
        .statusCode(201);
  }

  private static ObjectNode day(int number) {
    return Batch.session(number);
  }
}

package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.testing.KafkaRequests;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Statements;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** How often events and calls go to the database: that costs the same on every machine. */
@PlanComponentTest
class StatementsTest {

  private static final Logger LOG = Logger.getLogger(StatementsTest.class);
  private static final int EVENTS = 20;
  private static final String OVERDUE = "items.findAll { it.overdue }";
  private static final int MOST_REQUESTS_FOR_ONE = 1;

  private final Partner partner =
      new Partner("counted-" + UUID.randomUUID().toString().substring(0, 8));

  @Test
  void sessionsThatComeTogetherAreFewStatementsEach() {
    Patient patient = Patient.withPlan(partner);
    List<EventEnvelope> sessions =
        IntStream.rangeClosed(1, EVENTS)
            .mapToObj(number -> patient.unsentSession(number, Instant.now()))
            .toList();

    try (Statements statements = Statements.ofEvents()) {
      double before = KafkaRequests.ofConsumers();
      Wire.sendTogether(Patient.SESSION, sessions);
      await().until(() -> sessionsFolded(patient) == EVENTS);
      double requests = KafkaRequests.ofConsumers() - before;

      LOG.infof(
          "%d sessions folded: %d statements, %d round trips, %.0f requests to Kafka",
          EVENTS, statements.executed(), statements.roundTrips(), requests);
      assertThat(statements.executed()).isBetween(2, EVENTS);
      assertThat(requests).isBetween(1.0, (double) MOST_REQUESTS_FOR_ONE * EVENTS);
    }
  }

  @Test
  void whatIsDueAlreadyCostsNoStatementForEachEvent() {
    Patient patient = Patient.withPlan(partner);
    patient.dueAfter(patient.flare("SEVERE", "bridge")).body(OVERDUE, not(empty()));
    List<EventEnvelope> sessions =
        IntStream.rangeClosed(2, EVENTS + 1)
            .mapToObj(number -> patient.unsentSession(number, Instant.now()))
            .toList();

    try (Statements statements = Statements.ofEvents()) {
      Wire.sendTogether(Patient.SESSION, sessions);
      await().until(() -> sessionsFolded(patient) == EVENTS);

      LOG.infof("%d sessions folded: %d statements", EVENTS, statements.executed());
      assertThat(statements.executed()).isBetween(2, EVENTS + 2);
    }
  }

  @Test
  void aPlanIsReadByOneStatement() {
    Patient patient = Patient.withPlan(partner);

    try (Statements statements = Statements.ofCalls()) {
      partner
          .request()
          .get("/v1/patients/" + patient.id() + "/plan")
          .then()
          .statusCode(200)
          .header("ETag", "\"1\"")
          .body("version", equalTo(1));

      assertThat(statements.executed()).isEqualTo(1);
    }
  }

  @Test
  void whatIsDueAlreadyIsNotWrittenAgain() {
    Patient patient = Patient.withPlan(partner);
    List<String> before = writtenBy(patient);

    Wire.sendTogether(Patient.SESSION, List.of(patient.unsentSession(1, Instant.now())));
    await().until(() -> sessionsFolded(patient) == 1);

    assertThat(before).isNotEmpty();
    assertThat(writtenBy(patient)).containsAll(before);
  }

  /** Which transaction wrote each of the patient's due items. */
  private static List<String> writtenBy(Patient patient) {
    return Stored.column(
        "select kind || ' ' || xmin from due_item where patient_id = ?", patient.id());
  }

  private static int sessionsFolded(Patient patient) {
    return Stored.column(
            """
            select 1 from history_event h join inbox_event i using (tenant, event_id)
            where h.patient_id = ? and h.type = 'pt.session.session-recorded.v1'
              and i.outcome = 'APPLIED'
            """,
            patient.id())
        .size();
  }
}

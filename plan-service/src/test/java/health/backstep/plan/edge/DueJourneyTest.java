package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the events of the other services to what is due for a patient. */
@PlanComponentTest
class DueJourneyTest {

  private static final String KINDS = "items.kind";

  private final Partner partner = new Partner("due-" + UUID.randomUUID());
  private final Feed feed = new Feed(partner);
  private final UUID session = Uuid7.next();

  @Test
  void aSessionMakesCheckInsDueAndSaysWhereToAnswer() {
    Patient patient = Patient.withPlan(partner);
    Instant ended = now();

    patient
        .dueAfter(patient.trained(session, ended))
        .body(KINDS, hasItem("CHECK_IN_NEXT_MORNING"))
        .body("items.find { it.kind == 'CHECK_IN_72_HOURS' }.overdue", equalTo(false))
        .body(
            "items.find { it.kind == 'CHECK_IN_72_HOURS' }.dueAt",
            equalTo(ended.plus(Duration.ofDays(3)).toString()))
        .body(
            "items.find { it.kind == 'CHECK_IN_72_HOURS' }.sessionId", equalTo(session.toString()))
        .body(
            "items.find { it.kind == 'CHECK_IN_72_HOURS' }.links.answer",
            equalTo("/v1/patients/" + patient.id() + "/sessions/" + session + "/check-ins"))
        .body("items.find { it.kind == 'CHECK_IN_72_HOURS' }.text", notNullValue())
        .body("items.find { it.kind == 'REASSESSMENT' }.dueAt", equalTo("2026-12-18T08:00:00Z"));
    assertThat(dueChanges("check-in.due")).isEmpty();
  }

  @Test
  void whatFallsDueIsAChangeOnceAndVanishesWhenItIsAnswered() {
    Patient patient = Patient.withPlan(partner);
    Instant ended = now().minus(Duration.ofHours(73));

    String dueId =
        patient
            .dueAfter(patient.trained(session, ended))
            .body(KINDS, not(hasItem("CHECK_IN_NEXT_MORNING")))
            .body("items.find { it.kind == 'CHECK_IN_72_HOURS' }.overdue", equalTo(true))
            .extract()
            .path("items.find { it.kind == 'CHECK_IN_72_HOURS' }.dueId");
    assertThat(dueChanges("check-in.due")).containsExactly(dueId);

    EventEnvelope again = patient.trained(Uuid7.next(), now());
    patient.planAfter(again);
    assertThat(dueChanges("check-in.due")).containsExactly(dueId);

    EventEnvelope answer = patient.checkedIn(session, now(), true);
    patient
        .dueAfter(answer)
        .body("items.findAll { it.sessionId == '" + session + "' }", hasSize(0));
    assertThat(dueChanges("check-in.due")).containsExactly(dueId);
  }

  @Test
  void whatFallsDueByEventsThatComeTogetherIsAChangeOnce() {
    Patient one = Patient.withPlan(partner);
    Patient other = Patient.withPlan(partner);
    Instant ended = now().minus(Duration.ofHours(73));
    List<EventEnvelope> sessions =
        List.of(
            one.unsentSession(1, ended),
            other.unsentSession(1, ended),
            one.unsentSession(2, ended.plusSeconds(60)),
            other.unsentSession(2, ended.plusSeconds(60)));

    Wire.sendTogether(Patient.SESSION, sessions);
    one.planAfter(sessions.get(2));
    other.planAfter(sessions.get(3));

    assertThat(dueChanges("check-in.due")).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void aReviewIsAskedOnceAndStaysDueUntilAClinicianHasLooked() {
    Patient patient = Patient.withPlan(partner);
    patient.planAfter(patient.flare("MILD", "bridge"));
    EventEnvelope second = patient.flare("MODERATE", "bridge");

    patient
        .dueAfter(second)
        .body("items.find { it.kind == 'REVIEW' }.rule", equalTo("RG-REPEAT"))
        .body("items.find { it.kind == 'REVIEW' }.planVersion", equalTo(3))
        .body("items.find { it.kind == 'REVIEW' }.overdue", equalTo(true));
    assertThat(feed.next("type=review.asked").getList("items.eventId", UUID.class))
        .containsExactly(second.id());

    partner
        .request()
        .body("{\"decision\": \"HOLD\", \"by\": \"Dr A\", \"words\": \"Seen, we wait.\"}")
        .post("/v1/patients/" + patient.id() + "/plan/reviews")
        .then()
        .statusCode(201);

    partner
        .request()
        .get("/v1/patients/" + patient.id() + "/due")
        .then()
        .body(KINDS, not(hasItem("REVIEW")));
    assertThat(feed.next("type=review.asked").getList("items")).isEmpty();
  }

  @Test
  void aSevereFlareMakesANewAssessmentDueAtOnce() {
    Patient patient = Patient.withPlan(partner);

    patient
        .dueAfter(patient.flare("SEVERE", "bridge"))
        .body("items.find { it.kind == 'REASSESSMENT' }.overdue", equalTo(true));
    assertThat(dueChanges("reassessment.due")).hasSize(1);
  }

  @Test
  void whatIsDueChangesNoPlanVersion() {
    Patient patient = Patient.withPlan(partner);
    patient.planAfter(patient.trained(session, now().minus(Duration.ofHours(73))));

    patient.planAfter(patient.checkedIn(session, now(), true)).body("version", equalTo(1));
  }

  @Test
  void aPatientFromBeforeThereWereDueItemsHasThemFromTheHistory() {
    Patient patient = Patient.withPlan(partner);
    patient.planAfter(patient.flare("MILD", "bridge"));
    patient.planAfter(patient.flare("MODERATE", "bridge"));
    List<String> before = patient.dueAfter(patient.trained(session, now())).extract().path(KINDS);
    Stored.alter("delete from due_course where patient_id = '" + patient.id() + "'");
    Stored.alter("delete from due_item where patient_id = '" + patient.id() + "'");

    List<String> anew =
        partner.request().get("/v1/patients/" + patient.id() + "/due").then().extract().path(KINDS);

    assertThat(anew).isEqualTo(before).contains("REVIEW", "REASSESSMENT", "CHECK_IN_72_HOURS");
  }

  @Test
  void anotherTenantsPatientIsNotThere() {
    Patient patient = Patient.withPlan(partner);
    Partner other = new Partner("due-other");

    Refusal.of(
        other.tenant(),
        () -> other.request().get("/v1/patients/" + patient.id() + "/due"),
        404,
        "PATIENT_NOT_FOUND");
    partner
        .with("changes:read")
        .get("/v1/patients/" + patient.id() + "/due")
        .then()
        .statusCode(403);
  }

  private List<String> dueChanges(String type) {
    return new Feed(partner).next("type=" + type).getList("items.dueId", String.class);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}

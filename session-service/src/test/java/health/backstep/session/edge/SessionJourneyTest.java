package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Wire;
import health.backstep.contracts.EventSchemas;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a recorded session to the flares that make plans step back. */
@SessionComponentTest
class SessionJourneyTest {

  private static final String TOPIC = "pt.session.events.v1";

  private final Partner partner = new Partner("north-clinic");

  @Test
  void aSessionWithoutPainIsGreen() {
    Patient patient = Patient.withPlan(partner);

    patient
        .post("/sessions", Requests.greenSession())
        .statusCode(201)
        .body("outcome", equalTo("GREEN"))
        .body("donePercent", equalTo(100))
        .body("flare", nullValue())
        .body("eventId", notNullValue());
  }

  @Test
  void aSharpPainThatStopsAnExerciseIsAModerateFlare() {
    Patient patient = Patient.withPlan(partner);

    String flareEvent =
        patient
            .post("/sessions", Requests.painfulSession())
            .statusCode(201)
            .body("outcome", equalTo("FLARE"))
            .body("flare.severity", equalTo("MODERATE"))
            .body("flare.episode", equalTo("OPENED"))
            .body("flare.reasons.rule", containsInAnyOrder("FL-3", "FL-4", "PM-RED"))
            .extract()
            .path("flare.eventId");

    List<Wire.Seen> events = published(patient, 2);
    assertThat(events)
        .extracting(Wire.Seen::type)
        .containsExactlyInAnyOrder(
            "pt.session.session-recorded.v1", "pt.session.pain-flare-reported.v1");
    assertThat(events).extracting(Wire.Seen::sequence).containsExactly(1L, 2L);
    assertThat(events).extracting(event -> event.headers().get("ce_id")).contains(flareEvent);
    assertThat(events)
        .allSatisfy(e -> assertThat(EventSchemas.faults(e.type(), e.payload())).isEmpty());
  }

  @Test
  @Tag("SO-3")
  void sorenessThatStaysAfterTheWarmUpIsToldToWhoeverPlans() {
    Patient patient = Patient.withPlan(partner);
    patient.plannedWithBlocks(2);

    patient
        .post("/sessions", Requests.soreSession())
        .statusCode(201)
        .body("outcome", equalTo("AMBER"))
        .body("reasons.rule", contains("SO-3"));

    Wire.Seen recorded = published(patient, 1).getLast();
    assertThat(EventSchemas.faults(recorded.type(), recorded.payload())).isEmpty();
    assertThat(recorded.json()).contains("\"soreExercises\":[\"bridge\"]");
  }

  @Test
  @Tag("FL-SEV")
  void aFlareThatMakesUsualActivitiesImpossibleIsSevere() {
    Patient patient = Patient.withPlan(partner);

    patient
        .post("/flares", Requests.flare(3).put("activitiesImpossible", true))
        .statusCode(201)
        .body("flare.severity", equalTo("SEVERE"));

    Wire.Seen reported = published(patient, 1).getLast();
    assertThat(EventSchemas.faults(reported.type(), reported.payload())).isEmpty();
  }

  @Test
  @Tag("FL-3")
  void painDownTheLegInACheckInIsAFlareAndNoSoreness() {
    Patient patient = Patient.withPlan(partner);
    ObjectNode checkIn = Requests.checkIn("2026-11-20T08:00:00+01:00", 2);
    checkIn.withObject("soreness").put("present", true).put("location", "LEG_BELOW_KNEE");

    patient
        .post("/check-ins", checkIn)
        .statusCode(201)
        .body("flare.severity", equalTo("MODERATE"))
        .body("flare.reasons.rule", contains("FL-3"));

    assertThat(published(patient, 2))
        .allSatisfy(e -> assertThat(EventSchemas.faults(e.type(), e.payload())).isEmpty());
  }

  @Test
  @Tag("RF-URGENT")
  void aRedFlagInACheckInIsRaised() {
    Patient patient = Patient.withPlan(partner);
    ObjectNode checkIn = Requests.checkIn("2026-11-20T08:00:00+01:00", 2);
    checkIn.withObject("redFlags").put("feverOrInfection", true);

    patient.post("/check-ins", checkIn).statusCode(201).body("redFlag.urgency", equalTo("URGENT"));
  }

  @Test
  @Tag("FL-1")
  void theMedianOfSevenDaysComesWithTheThirdReading() {
    Patient patient = Patient.withPlan(partner);
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    checksIn(patient, now.minusDays(7).minusMinutes(1), 4);
    checksIn(patient, now.minusDays(7).plusMinutes(5), 1);
    checksIn(patient, now.minusDays(1), 2);

    patient.get("/pain").body("median7d", nullValue()).body("usual", equalTo(3.0f));
    checksIn(patient, now.minusHours(1), 1);

    patient.get("/pain").body("median7d", equalTo(1.0f)).body("usual", equalTo(1.0f));
  }

  private static void checksIn(Patient patient, OffsetDateTime at, int pain) {
    patient.post("/check-ins", Requests.checkIn(at.toString(), pain)).statusCode(201);
  }

  @Test
  void aFlareOpensEscalatesAndContinues() {
    Patient patient = Patient.withPlan(partner);
    patient
        .post("/flares", Requests.flare(4))
        .statusCode(201)
        .body("flare.severity", equalTo("MILD"))
        .body("flare.episode", equalTo("OPENED"));
    patient.post("/flares", Requests.flare(7)).body("flare.episode", equalTo("ESCALATED"));
    patient.post("/flares", Requests.flare(6)).body("flare.episode", equalTo("CONTINUED"));

    patient
        .get("/flares")
        .body("items.reports", contains(3))
        .body("items.severity", contains("SEVERE"));
  }

  @Test
  void twoCalmDaysSettleAFlare() {
    Patient patient = Patient.withPlan(partner);
    ObjectNode early = Requests.flare(4);
    early.put("at", "2026-11-10T08:00:00+01:00");
    patient.post("/flares", early).body("flare.episode", equalTo("OPENED"));

    patient
        .post("/check-ins", Requests.checkIn("2026-11-11T08:00:00+01:00", 3))
        .statusCode(201)
        .body("settledFlare", nullValue());
    patient
        .post("/check-ins", Requests.checkIn("2026-11-12T08:00:00+01:00", 2))
        .statusCode(201)
        .body("settledFlare.flareId", notNullValue());

    assertThat(published(patient, 4).getLast().type())
        .isEqualTo("pt.session.pain-flare-settled.v1");
    patient.get("/flares").body("items.settledAt", contains(notNullValue()));
  }

  @Test
  void theMorningAfterASessionIsCheckedInOnThatSession() {
    Patient patient = Patient.withPlan(partner);
    String session =
        patient
            .post("/sessions", Requests.greenSession())
            .statusCode(201)
            .extract()
            .path("sessionId");

    patient
        .post(
            "/sessions/" + session + "/check-ins", Requests.checkIn("2026-11-21T07:30:00+01:00", 5))
        .statusCode(201)
        .body("flare.reasons.rule", hasItem("PM-RED"));
    patient
        .post(
            "/sessions/" + patient.id() + "/check-ins",
            Requests.checkIn("2026-11-21T07:30:00+01:00", 5))
        .statusCode(404)
        .body("code", equalTo("SESSION_NOT_FOUND"));
  }

  @Test
  void aRedFlagAnswerIsRaisedWithWhatToDoNow() {
    Patient patient = Patient.withPlan(partner);
    ObjectNode session = Requests.greenSession();
    session.withObject("redFlags").put("bladderOrBowelChange", true);

    patient
        .post("/sessions", session)
        .statusCode(201)
        .body("redFlag.urgency", equalTo("EMERGENCY"))
        .body("redFlag.rule", equalTo("RF-EMERGENCY"));

    Wire.Seen raised = published(patient, 2).getLast();
    assertThat(raised.type()).isEqualTo("pt.session.red-flag-raised.v1");
    assertThat(EventSchemas.faults(raised.type(), raised.payload())).isEmpty();
  }

  @Test
  void aSessionIsReadBackAsItWasSent() {
    Patient patient = Patient.withPlan(partner);
    String session =
        patient
            .post("/sessions", Requests.greenSession())
            .statusCode(201)
            .extract()
            .path("sessionId");

    patient
        .get("/sessions/" + session)
        .body("session.startedAt", equalTo("2026-11-20T07:00:00+01:00"))
        .body("reading.outcome", equalTo("GREEN"));
    patient.get("/sessions").body("items.reading.sessionId", contains(session));
    patient.get("/pain").body("baseline", equalTo(3)).body("readings.pain", contains(2));
  }

  private static List<Wire.Seen> published(Patient patient, int count) {
    return await().until(() -> Wire.on(TOPIC, patient.id()), events -> events.size() >= count);
  }
}

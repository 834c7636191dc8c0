package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.testing.Erased;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import health.backstep.contracts.EventSchemas;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whom profile-service has erased is erased here, whatever came before and whatever comes late. */
@PlanComponentTest
class ErasureTest {

  private static final String TYPE = "pt.plan.patient-erased.v1";
  private static final String STATE = "pt.plan.state.v1";

  private final Partner partner =
      new Partner("erase-" + UUID.randomUUID().toString().substring(0, 8));

  @Test
  void nothingIsLeftAndItIsSaidOnTheTopics() {
    Patient patient = livedThrough();
    Patient other = Patient.withPlan(partner);
    long history = rows("history_event", other.id());

    UUID erasure = erase(patient.id(), 17);

    Erased.leavesNothing(patient.id(), TYPE, STATE);
    partner.request().get("/v1/patients/" + patient.id() + "/plan").then().statusCode(404);
    partner.request().get("/v1/patients/" + patient.id() + "/due").then().statusCode(404);
    Wire.Seen last = awaitLast("pt.plan.events.v1", patient.id());
    assertThat(last.type()).isEqualTo(TYPE);
    assertThat(last.json()).contains(erasure.toString());
    assertThat(EventSchemas.faults(TYPE, last.payload())).isEmpty();
    assertThat(awaitLast(STATE, patient.id()).payload()).isNull();
    assertThat(rows("history_event", other.id())).isEqualTo(history);
    partner.request().get("/v1/patients/" + other.id() + "/plan").then().statusCode(200);
  }

  @Test
  void theSequenceOnTheTopicHasNoGapBeforeTheLastWord() {
    Patient patient = livedThrough();
    erase(patient.id(), 17);
    Erased.leavesNothing(patient.id(), TYPE, STATE);

    awaitLast("pt.plan.events.v1", patient.id());
    List<Long> sequences =
        Wire.on("pt.plan.events.v1", patient.id()).stream()
            .map(Wire.Seen::sequence)
            .distinct()
            .toList();

    assertThat(sequences)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, sequences.size()).boxed().toList());
  }

  @Test
  void theNumbersOfTheFeedStayWithoutThePatient() {
    Patient.withPlan(partner);
    Patient patient = livedThrough();
    List<Integer> before = numbers();

    erase(patient.id(), 17);
    Erased.leavesNothing(patient.id(), TYPE, STATE);

    assertThat(before).hasSizeGreaterThan(2);
    assertThat(numbers()).startsWith(before.toArray(Integer[]::new));
    String feed = partner.request().get("/v1/changes").then().statusCode(200).extract().asString();
    assertThat(feed).contains("patient.erased").doesNotContain(patient.id().toString());
  }

  @Test
  void aPatientOfWhomNothingHasComeIsKnownAsErased() {
    UUID nobody = UUID.randomUUID();

    erase(nobody, 5);

    Erased.leavesNothing(nobody, TYPE, STATE);
  }

  @Test
  void lateEventsOfAnySourceAreDropped() {
    Patient patient = Patient.withPlan(partner);
    erase(patient.id(), 17);
    Erased.leavesNothing(patient.id(), TYPE, STATE);
    double dropped = Erased.droppedLate();

    patient.flare("SEVERE");
    Erased.isDroppedAfter(dropped);
    patient.recorded();
    Erased.isDroppedAfter(dropped + 1);
    erase(patient.id(), 18);

    Erased.leavesNothing(patient.id(), TYPE, STATE);
  }

  @Test
  void eventsOnTheWayAtTheSameMomentBringNothingBack() {
    for (int round = 0; round < 5; round++) {
      Patient patient = Patient.withPlan(partner);
      List<EventEnvelope> flares =
          LongStream.rangeClosed(1, 60)
              .mapToObj(number -> patient.unsentFlare(number, "MILD", "bridge"))
              .toList();
      Thread sending = Thread.ofVirtual().start(() -> Wire.sendTogether(Patient.SESSION, flares));
      await().until(() -> rows("history_event", patient.id()) > 4);

      erase(patient.id(), 17);

      await().until(() -> !sending.isAlive());
      Erased.leavesNothing(patient.id(), TYPE, STATE);
    }
  }

  @Test
  void anotherTenantCannotErase() {
    Patient patient = Patient.withPlan(partner);

    Wire.send(Patient.PROFILE, erased("erase-forger", patient.id(), UUID.randomUUID(), 4));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                !Stored.column(
                        "select 1 from dead_letter where record_key = ? and cause = 'FOREIGN_TENANT'",
                        patient.id().toString())
                    .isEmpty());

    partner.request().get("/v1/patients/" + patient.id() + "/plan").then().statusCode(200);
  }

  private Patient livedThrough() {
    Patient patient = Patient.withPlan(partner);
    patient.planAfter(patient.flare("MODERATE", "bridge"));
    patient.dueAfter(patient.trained(UUID.randomUUID(), Instant.now()));
    numbers();
    Stored.alter(
        """
        with delivery as (
          insert into webhook_delivery (tenant, id, endpoint_id, patient_id, message_id, type, body,
            state, next_attempt_at, created_at)
          values ('%1$s', gen_random_uuid(), gen_random_uuid(), '%2$s', 'msg', 'plan.changed', '%2$s',
            'PENDING', 'infinity', now())
          returning tenant, id)
        insert into webhook_attempt select tenant, id, 1, now(), 5, 'ANSWERED', 200 from delivery
        """
            .formatted(partner.tenant(), patient.id()));
    assertThat(rows("webhook_delivery", patient.id())).isEqualTo(1);
    assertThat(rows("due_item", patient.id())).isPositive();
    return patient;
  }

  private UUID erase(UUID patient, long sequence) {
    UUID erasure = UUID.randomUUID();
    Wire.send(Patient.PROFILE, erased(partner.tenant(), patient, erasure, sequence));
    return erasure;
  }

  private static EventEnvelope erased(String tenant, UUID patient, UUID erasure, long sequence) {
    return Wire.event(
        "/profile-service",
        "pt.profile.patient-erased.v1",
        tenant,
        patient,
        sequence,
        "{\"erasureId\": \"%s\"}".formatted(erasure));
  }

  private static Wire.Seen awaitLast(String topic, UUID patient) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                Stored.column(
                        "select 1 from outbox where record_key = ? and sent_at is null",
                        patient.toString())
                    .isEmpty());
    return Wire.on(topic, patient).getLast();
  }

  private List<Integer> numbers() {
    return partner
        .request()
        .get("/v1/changes?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .path("items.number");
  }

  private static long rows(String table, UUID patient) {
    return Stored.column("select 1 from " + table + " where patient_id = ?", patient).size();
  }
}

package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Erased;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import health.backstep.contracts.EventSchemas;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whom profile-service has erased is erased here, also while the patient's app is at work. */
@SessionComponentTest
class ErasureTest {

  private static final String TYPE = "pt.session.patient-erased.v1";

  private final Partner partner =
      new Partner("erase-" + UUID.randomUUID().toString().substring(0, 8));

  @Test
  void nothingIsLeftAndItIsSaidOnTheTopic() {
    Patient patient = livedThrough();

    erase(patient);

    Erased.leavesNothing(patient.id(), TYPE);
    partner.request().get("/v1/patients/" + patient.id() + "/sessions").then().statusCode(404);
    patient.post("/flares", Requests.flare(6)).statusCode(404);
    List<Wire.Seen> told =
        await()
            .until(
                () -> Wire.on("pt.session.events.v1", patient.id()),
                seen -> seen.getLast().type().equals(TYPE));
    assertThat(EventSchemas.faults(TYPE, told.getLast().payload())).isEmpty();
    assertThat(told.stream().map(Wire.Seen::sequence).distinct().toList())
        .last()
        .isEqualTo((long) told.stream().map(Wire.Seen::sequence).distinct().toList().size());
  }

  @Test
  void aBatchThatNamesThePatientIsNotRememberedForTheOthers() {
    Patient patient = Patient.withPlan(partner);
    Patient other = Patient.withPlan(partner);
    ObjectNode batch = batch(patient, other);
    send(batch, "both").then().statusCode(200);

    erase(patient);
    Erased.leavesNothing(patient.id(), TYPE);

    List<Integer> statuses =
        send(batch, "both").then().statusCode(200).extract().path("items.status");
    assertThat(statuses).containsExactly(404, 201);
    assertThat(Stored.column("select 1 from flare where patient_id = ?", other.id())).hasSize(1);
    Erased.leavesNothing(patient.id(), TYPE);
  }

  @Test
  void lateEventsAreDropped() {
    Patient patient = Patient.withPlan(partner);
    erase(patient);
    Erased.leavesNothing(patient.id(), TYPE);
    double dropped = Erased.droppedLate();

    patient.planned(2);
    Erased.isDroppedAfter(dropped);
    patient.assessed();
    Erased.isDroppedAfter(dropped + 2);

    Erased.leavesNothing(patient.id(), TYPE);
  }

  @Test
  void whatIsPostedAtTheSameMomentComesBeforeOrIsRefused() {
    for (int round = 0; round < 3; round++) {
      Patient patient = Patient.withPlan(partner);
      AtomicInteger writer = new AtomicInteger();

      List<Set<Integer>> answers =
          AtOnce.run(
              8,
              () -> {
                int who = writer.getAndIncrement();
                return who == 0 ? erasedAfterSome(patient) : postedUntilGone(patient, who);
              });

      assertThat(answers).allSatisfy(seen -> assertThat(seen).isSubsetOf(200, 201, 404));
      assertThat(answers).anySatisfy(seen -> assertThat(seen).contains(404));
      Erased.leavesNothing(patient.id(), TYPE);
    }
  }

  private Set<Integer> erasedAfterSome(Patient patient) {
    await()
        .until(
            () ->
                Stored.column("select 1 from pain_reading where patient_id = ?", patient.id())
                        .size()
                    > 5);
    erase(patient);
    return Set.of(200);
  }

  private Set<Integer> postedUntilGone(Patient patient, int who) {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 500 && !seen.contains(404); i++) {
      if (who % 2 == 0) {
        seen.add(patient.post("/flares", Requests.flare(4)).extract().statusCode());
      } else {
        List<Integer> items =
            send(batch(patient, patient), who + "-" + i).then().extract().path("items.status");
        seen.addAll(items);
      }
    }
    return seen;
  }

  private Patient livedThrough() {
    Patient patient = Patient.withPlan(partner);
    patient.post("/sessions", Requests.painfulSession()).statusCode(201);
    patient.post("/check-ins", Requests.checkIn("2026-11-21T09:00:00+01:00", 3)).statusCode(201);
    send(batch(patient, patient), "mine").then().statusCode(200);
    return patient;
  }

  private ObjectNode batch(Patient first, Patient second) {
    ObjectNode batch = Requests.flare(4).objectNode();
    for (Patient patient : List.of(first, second)) {
      ObjectNode item = batch.withArray("items").addObject();
      item.put("id", UUID.randomUUID().toString());
      item.put("patientId", patient.id().toString());
      item.set("flare", Requests.flare(5));
    }
    return batch;
  }

  private Response send(ObjectNode batch, String key) {
    return partner
        .request()
        .header("Idempotency-Key", partner.tenant() + key)
        .body(batch.toString())
        .post("/v1/session-batches");
  }

  private void erase(Patient patient) {
    Wire.send(
        "pt.profile.events.v1",
        Wire.event(
            "/profile-service",
            "pt.profile.patient-erased.v1",
            partner.tenant(),
            patient.id(),
            77,
            "{\"erasureId\": \"%s\"}".formatted(UUID.randomUUID())));
  }
}

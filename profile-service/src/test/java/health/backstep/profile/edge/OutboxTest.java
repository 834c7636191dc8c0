package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is committed is published, in the patient's order, without a gap. */
@ProfileComponentTest
class OutboxTest {

  private static final Partner PARTNER = new Partner("outbox");
  private static final int WRITERS = 8;
  private static final int WRITES = 5;
  private static final int EVENTS = 1 + WRITERS * WRITES;

  @Test
  void writersOfOnePatientLeaveNoGap() {
    Patient patient = Patient.of(PARTNER);

    AtOnce.run(WRITERS, () -> assess(patient));

    assertThat(
            Stored.column(
                "select sequence from outbox where record_key = ? order by position",
                patient.id().toString()))
        .isEqualTo(LongStream.rangeClosed(1, EVENTS).mapToObj(Long::toString).toList());
    await().untilAsserted(() -> assertThat(unsent(patient)).isEmpty());
    assertThat(Wire.on(Patient.TOPIC, patient.id()))
        .extracting(Wire.Seen::sequence)
        .isEqualTo(LongStream.rangeClosed(1, EVENTS).boxed().toList());
  }

  @Test
  void eachPatientIsCountedAlone() {
    Patient one = Patient.cleared(PARTNER);
    Patient other = Patient.cleared(PARTNER);

    assertThat(one.published(2)).extracting(Wire.Seen::sequence).containsExactly(1L, 2L);
    assertThat(other.published(2)).extracting(Wire.Seen::sequence).containsExactly(1L, 2L);
  }

  @Test
  void theEnvelopeIsWhole() {
    Patient patient = Patient.of(PARTNER);

    Wire.Seen event = patient.published(1).getFirst();

    assertThat(event.headers())
        .containsOnlyKeys(
            "ce_specversion",
            "ce_id",
            "ce_source",
            "ce_type",
            "ce_time",
            "ce_subject",
            "ce_dataschema",
            "ce_tenant",
            "ce_sequence",
            "ce_causationid",
            "ce_correlationid",
            "ce_traceparent",
            "content-type")
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_source", "/profile-service")
        .containsEntry("ce_type", "pt.profile.patient-recorded.v1")
        .containsEntry("ce_dataschema", "urn:backstep:schema:pt.profile.patient-recorded.v1")
        .containsEntry("ce_subject", patient.id().toString())
        .containsEntry("ce_tenant", PARTNER.tenant())
        .containsEntry("ce_sequence", "1")
        .containsEntry("content-type", "application/json");
    assertThat(UUID.fromString(event.headers().get("ce_id")).version()).isEqualTo(7);
    assertThat(Instant.parse(event.headers().get("ce_time"))).isBefore(Instant.now());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, true",
    "my name is Rivera, false",
    "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01, false",
  })
  void onlyARealTraceContextGoesOnAndAnyOtherRequestBeginsATrace(
      String traceparent, boolean goesOn) {
    String patient =
        PARTNER
            .request()
            .header("traceparent", traceparent)
            .body(Requests.patient().toString())
            .post("/v1/patients")
            .path("patientId");

    Wire.Seen event = new Patient(PARTNER, UUID.fromString(patient)).published(1).getFirst();

    assertThat(event.headers().get("ce_traceparent"))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
        .isNotEqualTo(traceparent);
    assertThat(traceparent.contains(event.traceId())).isEqualTo(goesOn);
  }

  private static List<String> unsent(Patient patient) {
    return Stored.column(
        "select position from outbox where record_key = ? and sent_at is null",
        patient.id().toString());
  }

  private static boolean assess(Patient patient) {
    for (int i = 0; i < WRITES; i++) {
      PARTNER
          .request()
          .body(Requests.assessment().toString())
          .post(patient.path("/assessments"))
          .then()
          .statusCode(201);
    }
    return true;
  }
}

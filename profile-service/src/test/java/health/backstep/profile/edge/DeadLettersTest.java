package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that cannot be handled is put aside with its reason and stops nobody. */
@ProfileComponentTest
class DeadLettersTest {

  private static final Partner PARTNER = new Partner("dead-letters");
  private static final String CASE = "x-case";

  private final String thisCase = UUID.randomUUID().toString();
  private Patient patient;

  @BeforeEach
  void aClearedPatient() {
    patient = Patient.cleared(PARTNER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_specversion",
        "ce_id",
        "ce_source",
        "ce_type",
        "ce_time",
        "ce_subject",
        "ce_tenant",
        "ce_sequence",
        "ce_causationid",
        "ce_correlationid"
      })
  void aRecordWithoutAHeaderIsPutAside(String header) {
    EventEnvelope flag = redFlag(1);
    Map<String, String> headers = SessionEvents.headers(flag);
    headers.remove(header);

    send(patient.id().toString(), headers, flag.data());

    assertThat(reason()).isEqualTo("header " + header + " is missing");
    assertOthersGoOn();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "ce_specversion, 0.3, header ce_specversion is not 1.0",
    "ce_id, 42, header ce_id is not a UUID",
    "ce_subject, somebody, header ce_subject is not a UUID",
    "ce_causationid, x, header ce_causationid is not a UUID",
    "ce_time, yesterday, header ce_time is not a time",
    "ce_sequence, 0, header ce_sequence is below 1",
    "ce_sequence, one, header ce_sequence is not a number",
    "ce_tenant, Other Clinic, header ce_tenant is not a tenant's name",
  })
  void aRecordWithABrokenHeaderIsPutAside(String header, String value, String reason) {
    EventEnvelope flag = redFlag(1);
    Map<String, String> headers = SessionEvents.headers(flag);
    headers.put(header, value);

    send(patient.id().toString(), headers, flag.data());

    assertThat(reason()).isEqualTo(reason);
    assertOthersGoOn();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "01a1fdf6-0000-7000-8000-000000000000"})
  void aRecordWithoutItsPatientsKeyIsPutAside(String key) {
    EventEnvelope flag = redFlag(1);

    send(key, SessionEvents.headers(flag), flag.data());

    assertThat(reason()).isEqualTo("the record's key is not its ce_subject");
    assertOthersGoOn();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "nothing | there is no payload for pt.session.red-flag-raised.v1",
        "{\"urgency\": | payload of pt.session.red-flag-raised.v1 is not JSON in UTF-8",
        "[1] | payload of pt.session.red-flag-raised.v1 does not fit at /",
        "{\"urgency\": {}} | payload of pt.session.red-flag-raised.v1 does not fit at /urgency",
      })
  void anUnreadablePayloadIsPutAsideAndThePatientsNextEventGoesOn(String payload, String reason) {
    EventEnvelope flag = redFlag(1);
    byte[] data = payload == null ? null : payload.getBytes(StandardCharsets.UTF_8);

    send(patient.id().toString(), SessionEvents.headers(flag), data);

    assertThat(reason()).isEqualTo(reason);
    assertThat(letter().payload()).isEqualTo(data);
    assertThat(outcome(flag)).containsExactly("DEAD_LETTERED");
    Wire.send(SessionEvents.TOPIC, redFlag(2));
    awaitWithheld(patient);
  }

  @Test
  void anIdThatComesAgainWithAnotherSequenceIsPutAside() {
    EventEnvelope first = SessionEvents.unknownType(PARTNER.tenant(), patient.id(), 1);
    Wire.send(SessionEvents.TOPIC, first);
    Map<String, String> again = SessionEvents.headers(first);
    again.put("ce_sequence", "2");

    send(patient.id().toString(), again, first.data());

    assertThat(reason()).isEqualTo("its id was taken in before with another sequence");
    Wire.send(SessionEvents.TOPIC, redFlag(3));
    awaitWithheld(patient);
  }

  @Test
  void anEventThatFailsAgainAndAgainIsGivenUpAndTheNextGoesOn() {
    EventEnvelope poison = redFlag(1);
    new PutAside(patient.id())
        .whileItsHandlingFails(
            () -> {
              send(patient.id().toString(), SessionEvents.headers(poison), poison.data());
              assertThat(reason()).startsWith("handling failed: ").doesNotContain("secret");
            });
    assertThat(outcome(poison)).containsExactly("DEAD_LETTERED");
    Wire.send(SessionEvents.TOPIC, redFlag(2));
    awaitWithheld(patient);
  }

  @Test
  void aRecordLargerThanAnyEventIsPutAsideWithItsPayloadInTheTableAlone() {
    EventEnvelope flag = redFlag(1);
    byte[] large = new byte[600_000];
    Arrays.fill(large, (byte) ' ');

    send(patient.id().toString(), SessionEvents.headers(flag), large);

    assertThat(reason()).endsWith("more than the 524288 that an event may have");
    assertThat(letter().headers())
        .containsEntry("dlq_cause", "TOO_LARGE")
        .containsEntry("dlq_payload_left_out", "true");
    assertThat(letter().payload()).isNull();
    assertThat(
            Stored.column(
                "select length(payload) from dead_letter where id = ?::uuid",
                letter().headers().get("dlq_id")))
        .containsExactly("600000");
    Wire.send(SessionEvents.TOPIC, redFlag(2));
    awaitWithheld(patient);
  }

  @Test
  void headersThatAreNoTextBreakNothing() {
    ProducerRecord<String, byte[]> garbage =
        new ProducerRecord<>(SessionEvents.TOPIC, patient.id().toString(), new byte[] {0, -1});
    byte[] noise = new byte[300_000];
    Arrays.fill(noise, (byte) 0xff);
    garbage
        .headers()
        .add(CASE, thisCase.getBytes(StandardCharsets.UTF_8))
        .add("ce_id", null)
        .add("no\0name", new byte[] {0, -2, 65})
        .add("", new byte[0])
        .add("noise", noise);

    Wire.send(garbage);

    assertThat(reason()).isEqualTo("header ce_specversion is missing");
    assertThat(letter().headers()).doesNotContainKey("noise");
    assertOthersGoOn();
  }

  @Test
  void aDeadLetterIsARowOfTheWorkingListAsWell() {
    EventEnvelope flag = redFlag(1);

    send(patient.id().toString(), SessionEvents.headers(flag), new byte[] {'['});

    Map<String, String> headers = letter().headers();
    assertThat(
            Stored.column(
                """
                select concat_ws(' ', tenant, topic, partition, record_offset, record_key, cause, state)
                from dead_letter where id = ?::uuid
                """,
                headers.get("dlq_id")))
        .containsExactly(
            String.join(
                " ",
                PARTNER.tenant(),
                SessionEvents.TOPIC,
                headers.get("dlq_partition"),
                headers.get("dlq_offset"),
                patient.id().toString(),
                "PAYLOAD_UNREADABLE",
                "OPEN"));
    assertThat(Instant.parse(headers.get("dlq_time"))).isBefore(Instant.now());
  }

  private EventEnvelope redFlag(long sequence) {
    return SessionEvents.redFlag(PARTNER.tenant(), patient.id(), sequence);
  }

  private void send(String key, Map<String, String> headers, byte[] payload) {
    headers.put(CASE, thisCase);
    Wire.send(SessionEvents.TOPIC, key, headers, payload);
  }

  private String reason() {
    Map<String, String> headers = letter().headers();
    assertThat(headers)
        .containsEntry("dlq_topic", SessionEvents.TOPIC)
        .containsEntry("dlq_consumer", "profile-service");
    return headers.get("dlq_reason");
  }

  private Wire.Seen letter() {
    List<Wire.Seen> letters =
        await()
            .until(
                () ->
                    Wire.on(SessionEvents.DEAD_LETTERS).stream()
                        .filter(letter -> thisCase.equals(letter.headers().get(CASE)))
                        .toList(),
                found -> !found.isEmpty());
    assertThat(letters).hasSize(1);
    return letters.getFirst();
  }

  private void assertOthersGoOn() {
    assertThat(patient.clearance()).isEqualTo("CLEARED");
    Patient other = Patient.cleared(PARTNER);
    Wire.send(SessionEvents.TOPIC, SessionEvents.redFlag(PARTNER.tenant(), other.id(), 1));
    awaitWithheld(other);
  }

  private static void awaitWithheld(Patient patient) {
    await().untilAsserted(() -> assertThat(patient.clearance()).isEqualTo("WITHHELD"));
  }

  private static List<String> outcome(EventEnvelope event) {
    return Stored.column("select outcome from inbox_event where event_id = ?", event.id());
  }
}

package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is missing is waited for, and given up by one rule only. */
@ProfileComponentTest
class GapsTest {

  private static final Partner PARTNER = new Partner("gaps");
  private static final Duration SOME_LOOKS = Duration.ofSeconds(60);

  @Inject MeterRegistry metrics;

  private Patient patient;

  @BeforeEach
  void aClearedPatient() {
    patient = Patient.cleared(PARTNER);
  }

  @Test
  void aRedFlagDoesNotWaitForEverBehindAnEventThatWasLost() {
    double givenUp = metrics.counter("backstep.inbox.gaps.given.up").count();
    send(redFlag(3));
    awaitParked("3");
    assertThat(patient.clearance()).isEqualTo("CLEARED");

    hasWaitedTooLong(3);

    awaitTaken("3");
    assertThat(patient.clearance()).isEqualTo("WITHHELD");
    assertThat(gaps()).containsExactly("1-2 MISSING");
    assertThat(parked()).isEmpty();
    assertThat(metrics.counter("backstep.inbox.gaps.given.up").count()).isGreaterThan(givenUp);
  }

  @Test
  void whatIsParkedShorterWaitsOn() {
    send(unknown(3), unknown(6), unknown(4));
    awaitParked("3", "4", "6");

    hasWaitedTooLong(3);

    awaitTaken("3", "4");
    assertThat(parked()).containsExactly("6");
    assertThat(gaps()).containsExactly("1-2 MISSING");
  }

  @Test
  void everyGapBeforeTheOneThatWaitsLongestIsGivenUp() {
    send(unknown(6), unknown(3), unknown(8));
    awaitParked("3", "6", "8");

    hasWaitedTooLong(6);

    awaitTaken("3", "6");
    assertThat(gaps()).containsExactly("1-2 MISSING", "4-5 MISSING");
    assertThat(parked()).containsExactly("8");
  }

  @Test
  void whatComesLateIsStillTakenOnce() {
    givenUpBefore(6);
    EventEnvelope late = redFlag(3);

    send(late, late, unknown(7));

    awaitTaken("6", "3", "7");
    assertThat(changesOfClearance()).isEqualTo(2);
    assertThat(gaps()).containsExactly("1-2 MISSING", "4-5 MISSING");

    send(unknown(2), unknown(4), unknown(1), unknown(5));

    awaitTaken("6", "3", "7", "2", "4", "1", "5");
    assertThat(gaps()).isEmpty();
  }

  @Test
  void aNumberOfAGapIsTakenOnceAndAnotherIdWithItIsPutAside() {
    givenUpBefore(3);

    send(redFlag(2), redFlag(2), unknown(4));

    awaitTaken("3", "2", "2", "4");
    assertThat(changesOfClearance()).isEqualTo(2);
    assertThat(new PutAside(patient.id()).causes()).containsExactly("SEQUENCE_CONFLICT");
  }

  @Test
  void aSequenceThatIsTooFarAheadIsPutAsideAndTheStreamGoesOn() {
    EventEnvelope absurd = redFlag(10_001);

    send(absurd, absurd, unknown(1));

    awaitTaken("1");
    assertThat(parked()).isEmpty();
    assertThat(patient.clearance()).isEqualTo("CLEARED");
    assertThat(new PutAside(patient.id()).causes()).containsOnly("SEQUENCE_TOO_FAR_AHEAD");
    assertThat(new PutAside(patient.id()).tenants()).containsOnly(PARTNER.tenant());
  }

  @Test
  void whatWaitsIsCounted() {
    send(unknown(2), unknown(3));
    awaitParked("2", "3");

    await()
        .atMost(SOME_LOOKS)
        .untilAsserted(
            () -> {
              assertThat(metrics.get("backstep.inbox.parked").gauge().value())
                  .isGreaterThanOrEqualTo(2);
              assertThat(metrics.get("backstep.inbox.parked.oldest.age").timeGauge().value())
                  .isPositive();
            });
  }

  private void givenUpBefore(long sequence) {
    send(unknown(sequence));
    awaitParked(Long.toString(sequence));
    hasWaitedTooLong(sequence);
    awaitTaken(Long.toString(sequence));
  }

  private void hasWaitedTooLong(long sequence) {
    Stored.alter(
        "update inbox_parked set parked_at = parked_at - interval '11 minutes' where patient_id = '%s' and sequence = %d"
            .formatted(patient.id(), sequence));
  }

  private EventEnvelope redFlag(long sequence) {
    return SessionEvents.redFlag(PARTNER.tenant(), patient.id(), sequence);
  }

  private EventEnvelope unknown(long sequence) {
    return SessionEvents.unknownType(PARTNER.tenant(), patient.id(), sequence);
  }

  private static void send(EventEnvelope... events) {
    Wire.sendTogether(SessionEvents.TOPIC, List.of(events));
  }

  private void awaitParked(String... sequences) {
    await().atMost(SOME_LOOKS).untilAsserted(() -> assertThat(parked()).containsExactly(sequences));
  }

  private void awaitTaken(String... sequences) {
    await().atMost(SOME_LOOKS).untilAsserted(() -> assertThat(taken()).containsExactly(sequences));
  }

  private List<String> taken() {
    return ofPatient("select sequence from inbox_event where patient_id = ? order by taken_at");
  }

  private List<String> parked() {
    return ofPatient("select sequence from inbox_parked where patient_id = ? order by sequence");
  }

  private List<String> gaps() {
    return ofPatient(
        """
        select from_seq || '-' || to_seq || ' ' || because from inbox_gap
        where patient_id = ? order by from_seq
        """);
  }

  private long changesOfClearance() {
    return ofPatient(
            """
            select 1 from outbox
            where record_key = ?::text and headers ->> 'ce_type' = 'pt.profile.clearance-changed.v1'
            """)
        .size();
  }

  private List<String> ofPatient(String sql) {
    return Stored.column(sql, patient.id());
  }
}

package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sends again is taken in late, once, by the service that it is meant for. */
@ProfileComponentTest
class ReplaysTest {

  private static final Partner PARTNER = new Partner("replays");
  private static final Duration LONG = Duration.ofSeconds(60);

  private Patient patient;
  private EventEnvelope failed;
  private PutAside aside;

  @BeforeEach
  void aDeadLetterOfAClearedPatient() {
    patient = Patient.cleared(PARTNER);
    failed = redFlag(1);
    aside = new PutAside(patient.id());
    aside.whileItsHandlingFails(
        () -> {
          Wire.send(SessionEvents.TOPIC, failed);
          awaitOutcomes("DEAD_LETTERED");
        });
  }

  @Test
  void aDeadLetterThatIsReplayedIsTakenInLate() {
    goOn(2);

    replay(failed, "profile-service");

    await().atMost(LONG).untilAsserted(() -> assertThat(patient.clearance()).isEqualTo("WITHHELD"));
    assertThat(outcomes()).containsExactlyInAnyOrder("APPLIED", "IGNORED");
    assertThat(Stored.column("select 1 from inbox_gap where patient_id = ?", patient.id()))
        .isEmpty();
  }

  @Test
  void itIsTakenInOnceHoweverOftenItIsReplayed() {
    replay(failed, "profile-service");
    replay(failed, "profile-service");
    goOn(2);

    assertThat(changesOfClearance()).isEqualTo(2);
    assertThat(aside.causes()).hasSize(1);
  }

  @Test
  void withoutAReplayItIsDroppedWhenItComesAgain() {
    Wire.send(SessionEvents.TOPIC, failed);
    goOn(2);

    assertThat(patient.clearance()).isEqualTo("CLEARED");
    assertThat(aside.causes()).hasSize(1);
  }

  @Test
  void aReplayForAnotherServiceConcernsNobodyHere() {
    goOn(2);
    replay(failed, "plan-service");
    replay(redFlag(2), "plan-service");
    replay(redFlag(99_999), "plan-service");
    goOn(3);

    assertThat(patient.clearance()).isEqualTo("CLEARED");
    assertThat(aside.causes()).containsExactly("HANDLING_FAILED");
  }

  @Test
  void aReplayThatIsNewHereIsTakenInWhomeverItIsMeantFor() {
    replay(redFlag(2), "plan-service");

    await().atMost(LONG).untilAsserted(() -> assertThat(patient.clearance()).isEqualTo("WITHHELD"));
  }

  @Test
  void aReplayThatFailsAgainIsANewDeadLetter() {
    aside.whileItsHandlingFails(
        () -> {
          replay(failed, "profile-service");
          await().atMost(LONG).untilAsserted(() -> assertThat(aside.ids()).hasSize(2));
        });
    assertThat(aside.ids()).doesNotHaveDuplicates();

    replay(failed, "profile-service");

    await().atMost(LONG).untilAsserted(() -> assertThat(patient.clearance()).isEqualTo("WITHHELD"));
  }

  @Test
  void aConflictThatIsReplayedIsRefusedAgainBecauseItsNumberHadItsEffect() {
    goOn(2);
    EventEnvelope conflicting = redFlag(2);
    Wire.send(SessionEvents.TOPIC, conflicting);
    await().atMost(LONG).untilAsserted(() -> assertThat(aside.causes()).hasSize(2));

    replay(conflicting, "profile-service");
    goOn(3);

    assertThat(aside.causes())
        .containsExactly("HANDLING_FAILED", "SEQUENCE_CONFLICT", "SEQUENCE_CONFLICT");
    assertThat(patient.clearance()).isEqualTo("CLEARED");
  }

  @Test
  void aDeadLetterWhoseNumberAnotherEventHasTakenIsRefusedWhenItIsReplayed() {
    Wire.send(SessionEvents.TOPIC, redFlag(1));
    await().atMost(LONG).untilAsserted(() -> assertThat(patient.clearance()).isEqualTo("WITHHELD"));

    replay(failed, "profile-service");
    goOn(2);

    assertThat(aside.causes()).containsExactly("HANDLING_FAILED", "SEQUENCE_CONFLICT");
    assertThat(changesOfClearance()).isEqualTo(2);
  }

  @Test
  void theNumberOfADeadLetterIsFreeForTheEventThatItBelongsTo() {
    Wire.send(SessionEvents.TOPIC, redFlag(1));

    await().atMost(LONG).untilAsserted(() -> assertThat(patient.clearance()).isEqualTo("WITHHELD"));
    assertThat(aside.causes()).containsExactly("HANDLING_FAILED");
  }

  private void replay(EventEnvelope event, String service) {
    Map<String, String> headers = SessionEvents.headers(event);
    headers.put("dlq_replay", aside.ids().getFirst());
    headers.put("dlq_consumer", service);
    Wire.send(SessionEvents.TOPIC, patient.id().toString(), headers, event.data());
  }

  /** The partition has been read up to here when this has been taken in. */
  private void goOn(long sequence) {
    EventEnvelope next = SessionEvents.unknownType(PARTNER.tenant(), patient.id(), sequence);
    Wire.send(SessionEvents.TOPIC, next);
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(Stored.column("select 1 from inbox_event where event_id = ?", next.id()))
                    .hasSize(1));
  }

  private EventEnvelope redFlag(long sequence) {
    return SessionEvents.redFlag(PARTNER.tenant(), patient.id(), sequence);
  }

  private void awaitOutcomes(String... outcomes) {
    await().atMost(LONG).untilAsserted(() -> assertThat(outcomes()).containsExactly(outcomes));
  }

  private List<String> outcomes() {
    return Stored.column(
        "select outcome from inbox_event where patient_id = ? order by taken_at", patient.id());
  }

  private long changesOfClearance() {
    return Stored.column(
            """
            select 1 from outbox
            where record_key = ? and headers ->> 'ce_type' = 'pt.profile.clearance-changed.v1'
            """,
            patient.id().toString())
        .size();
  }
}

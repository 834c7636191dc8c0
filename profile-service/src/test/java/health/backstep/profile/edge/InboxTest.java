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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the wire does, each event has its effect once and in order. */
@ProfileComponentTest
class InboxTest {

  private static final Partner PARTNER = new Partner("inbox");

  private static final String PARKED =
      "select sequence from inbox_parked where patient_id = ? order by sequence";

  private Patient patient;

  @BeforeEach
  void aClearedPatient() {
    patient = Patient.cleared(PARTNER);
  }

  @Test
  void aDuplicateIsDropped() {
    EventEnvelope flag = redFlag(1);

    send(flag, flag, unknown(2), flag, unknown(3));

    await().untilAsserted(() -> assertThat(taken()).containsExactly("1", "2", "3"));
    assertThat(changesOfClearance()).isEqualTo(2);
  }

  @Test
  void anotherIdWithAUsedSequenceIsPutAsideOnce() {
    EventEnvelope other = redFlag(1);

    send(redFlag(1), other, other, unknown(2));

    await().untilAsserted(() -> assertThat(taken()).containsExactly("1", "1", "2"));
    assertThat(outcomes()).containsExactly("APPLIED", "DEAD_LETTERED", "IGNORED");
    assertThat(changesOfClearance()).isEqualTo(2);
    assertThat(new PutAside(patient.id()).causes()).containsExactly("SEQUENCE_CONFLICT");
  }

  @Test
  void anotherIdWithTheSequenceOfAParkedEventIsPutAside() {
    send(redFlag(2), unknown(2), unknown(1));

    await().untilAsserted(() -> assertThat(patient.clearance()).isEqualTo("WITHHELD"));
    assertThat(new PutAside(patient.id()).causes()).containsExactly("SEQUENCE_CONFLICT");
  }

  @Test
  void anEarlyEventIsParkedUntilTheGapCloses() {
    send(redFlag(3), unknown(2));

    await().untilAsserted(() -> assertThat(parked()).containsExactly("2", "3"));
    assertThat(taken()).isEmpty();
    assertThat(patient.clearance()).isEqualTo("CLEARED");

    send(unknown(1));

    await().untilAsserted(() -> assertThat(patient.clearance()).isEqualTo("WITHHELD"));
    assertThat(taken()).containsExactly("1", "2", "3");
    assertThat(parked()).isEmpty();
  }

  @Test
  void aTypeThatNobodyHandlesKeepsTheSequenceWhole() {
    send(unknown(1), redFlag(2));

    await().untilAsserted(() -> assertThat(patient.clearance()).isEqualTo("WITHHELD"));
    assertThat(outcomes()).containsExactly("IGNORED", "APPLIED");
  }

  @Test
  void eachSourceHasASequenceOfItsOwn() {
    send(unknown(1));
    EventEnvelope fromElsewhere =
        Wire.event(
            "/another-service", "pt.session.other.v1", PARTNER.tenant(), patient.id(), 1, "{}");
    send(fromElsewhere, redFlag(2));

    await().untilAsserted(() -> assertThat(patient.clearance()).isEqualTo("WITHHELD"));
    assertThat(taken()).containsExactly("1", "1", "2");
  }

  @Test
  void anEventOfAPatientWhoIsNotKnownHereIsTakenWithoutEffect() {
    UUID stranger = UUID.randomUUID();
    EventEnvelope flag = SessionEvents.redFlag(PARTNER.tenant(), stranger, 1);

    send(flag);

    await()
        .untilAsserted(
            () ->
                assertThat(
                        Stored.column(
                            "select outcome from inbox_event where event_id = ?", flag.id()))
                    .containsExactly("APPLIED"));
    assertThat(Stored.column("select 1 from outbox where record_key = ?", stranger.toString()))
        .isEmpty();
  }

  @Test
  void anEventThatNamesAnotherTenantTouchesNobody() {
    Partner other = new Partner("inbox-other");
    Patient.cleared(other).published(2);
    Map<String, String> before = Stored.of(other.tenant());

    send(SessionEvents.redFlag(other.tenant(), patient.id(), 1), redFlag(1));

    await().untilAsserted(() -> assertThat(patient.clearance()).isEqualTo("WITHHELD"));
    assertThat(changesOfClearance()).isEqualTo(2);
    assertThat(Stored.of(other.tenant())).isEqualTo(before);
    PutAside aside = new PutAside(patient.id());
    assertThat(aside.causes()).containsExactly("FOREIGN_TENANT");
    assertThat(aside.tenants()).containsExactly("unknown");
  }

  @Test
  void whatIsPutAsideOrParkedMakesNoTenantTheHomeOfAPatientWhoIsNotKnownHere() {
    String forged = new Partner("inbox-forged").tenant();
    UUID stranger = UUID.randomUUID();
    PutAside aside = new PutAside(stranger);
    send(
        SessionEvents.redFlag(forged, stranger, 1, "{"),
        SessionEvents.redFlag(forged, stranger, 99_999),
        SessionEvents.redFlag(forged, stranger, 5));
    await().untilAsserted(() -> assertThat(ofPatient(PARKED, stranger)).containsExactly("5"));
    assertThat(aside.causes())
        .containsExactlyInAnyOrder("PAYLOAD_UNREADABLE", "SEQUENCE_TOO_FAR_AHEAD");
    assertThat(ofPatient("select home from patient_home where patient_id = ?", stranger)).isEmpty();

    send(SessionEvents.unknownType(PARTNER.tenant(), stranger, 1));
    await()
        .untilAsserted(
            () ->
                assertThat(
                        ofPatient(
                            "select outcome || ' ' || tenant from inbox_event where patient_id = ? order by taken_at desc",
                            stranger))
                    .startsWith("IGNORED " + PARTNER.tenant()));
    send(SessionEvents.redFlag(forged, stranger, 2));
    await().untilAsserted(() -> assertThat(aside.causes()).contains("FOREIGN_TENANT"));

    Stored.alter(
        "update inbox_parked set parked_at = parked_at - interval '11 minutes' where patient_id = '%s'"
            .formatted(stranger));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(ofPatient(PARKED, stranger)).isEmpty());
    assertThat(aside.causes()).filteredOn("FOREIGN_TENANT"::equals).hasSize(2);
  }

  @Test
  void whatAnEventLedToNamesItAsItsCause() {
    EventEnvelope flag = redFlag(1);

    send(flag);

    assertThat(patient.published(3).getLast().headers())
        .containsEntry("ce_causationid", flag.id().toString())
        .containsEntry("ce_correlationid", flag.cause().correlationId().toString());
  }

  private EventEnvelope redFlag(long sequence) {
    return SessionEvents.redFlag(PARTNER.tenant(), patient.id(), sequence);
  }

  private EventEnvelope unknown(long sequence) {
    return SessionEvents.unknownType(PARTNER.tenant(), patient.id(), sequence);
  }

  private static void send(EventEnvelope... events) {
    for (EventEnvelope event : events) {
      Wire.send(SessionEvents.TOPIC, event);
    }
  }

  private List<String> taken() {
    return ofPatient("select sequence from inbox_event where patient_id = ? order by taken_at");
  }

  private List<String> outcomes() {
    return ofPatient("select outcome from inbox_event where patient_id = ? order by taken_at");
  }

  private List<String> parked() {
    return ofPatient(PARKED);
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
    return ofPatient(sql, patient.id());
  }

  private static List<String> ofPatient(String sql, UUID patientId) {
    return Stored.column(sql, patientId);
  }
}

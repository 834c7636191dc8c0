package health.backstep.plan.due.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.plan.due.DueEvent;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.wire.PlanEventReader;
import health.backstep.wire.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of the events' payloads has a say in what is due. */
class DueEventReaderTest {

  private static final UUID EVENT = new UUID(1, 1);
  private static final UUID SESSION = new UUID(0, 2);
  private static final Instant MORNING = Instant.parse("2026-11-22T06:30:00Z");

  @Test
  void aCheckInTellsItsSessionAndWhetherMusclesAche() {
    String json =
        """
        {"checkInId": "%s", "sessionId": %s, "at": "2026-11-22T07:30:00+01:00", "pain": 4,
         "soreness": {"present": true, "quality": "UNKNOWN"}, "later": 1}
        """;

    assertThat(read(DueEventReader.CHECK_IN, json.formatted(EVENT, "\"" + SESSION + "\"")))
        .contains(new DueEvent.CheckedIn(EVENT, MORNING, Optional.of(SESSION), true));
    assertThat(read(DueEventReader.CHECK_IN, json.formatted(EVENT, "null")))
        .contains(new DueEvent.CheckedIn(EVENT, MORNING, Optional.empty(), true));
  }

  @Test
  void aSessionTellsWhenItWas() {
    assertThat(
            read(
                "pt.session.session-recorded.v1",
                """
                {"sessionId": "%s", "startedAt": "2026-11-22T07:30:00+01:00",
                 "endedAt": "2026-11-22T07:40:00+01:00", "exercises": []}
                """
                    .formatted(SESSION)))
        .contains(new DueEvent.SessionDone(SESSION, MORNING, MORNING.plusSeconds(600)));
  }

  @Test
  void anAssessmentTellsWhenItWas() {
    assertThat(
            read(
                "pt.profile.assessment-completed.v1", "{\"assessedAt\": \"2026-11-22T06:30:00Z\"}"))
        .contains(new DueEvent.Assessed(EVENT, MORNING));
  }

  @Test
  void aZoneThatIsNotKnownHereCountsAsUtc() {
    assertThat(read("pt.profile.patient-recorded.v1", "{\"timeZone\": \"Europe/Berlin\"}"))
        .contains(new DueEvent.ZoneKnown(ZoneId.of("Europe/Berlin")));
    assertThat(read("pt.profile.patient-recorded.v1", "{\"timeZone\": \"Mars/Olympus\"}"))
        .contains(new DueEvent.ZoneKnown(ZoneOffset.UTC));
  }

  @Test
  void aReviewThatHoldsThePlanDoesNotSettleTheSafetyQuestions() {
    String json = "{\"decision\": \"%s\", \"by\": \"Dr A\", \"words\": \"well\"}";

    assertThat(read(PlanEventReader.REVIEW, json.formatted("HOLD")))
        .contains(new DueEvent.Reviewed(false));
    assertThat(read(PlanEventReader.REVIEW, json.formatted("RESUME")))
        .contains(new DueEvent.Reviewed(true));
  }

  @Test
  void whatHasNoSayIsPassedOver() {
    assertThat(read("pt.profile.clearance-changed.v1", "{}")).isEmpty();
  }

  @Test
  void whatDoesNotFitIsNamedByItsPlace() {
    assertThatThrownBy(() -> read(DueEventReader.CHECK_IN, "{\"checkInId\": 5}"))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("/checkInId");
  }

  private static Optional<DueEvent> read(String type, String json) {
    return DueEventReader.read(
        new Cause(EVENT, type, MORNING), json.getBytes(StandardCharsets.UTF_8));
  }
}

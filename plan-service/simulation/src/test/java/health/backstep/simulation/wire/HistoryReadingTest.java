package health.backstep.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.rules.RuleSet;
import health.backstep.simulation.Bodies;
import health.backstep.simulation.HistoryRecord;
import health.backstep.simulation.PatientHistory;
import health.backstep.simulation.Simulation;
import health.backstep.wire.Fault;
import health.backstep.wire.Refused;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What the services would refuse is refused here as well, and named by its place. */
class HistoryReadingTest {

  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final String ASSESSMENT = Bodies.assessment("2026-09-01T09:00:00+02:00", 4, false);
  private static final String MORNING = "2026-09-02T07:15:00+02:00";
  private static final String FUTURE = "2026-11-02T07:15:00+02:00";
  private static final String SESSION_ID =
      "\"sessionId\": \"00000000-0000-0000-0000-000000000007\"";

  @Test
  void recordsComeInTheOrderOfTheirTimesAfterRegistrationAndClearance() {
    PatientHistory history =
        read(Bodies.flare("2026-09-05T07:00:00+02:00", 5), Bodies.checkIn(MORNING, 2));

    assertThat(history.records())
        .extracting(record -> record.place().pointer())
        .containsExactly("/assessment", "/history/1", "/history/0");
    assertThat(history.clearance().recordedAt()).isBefore(history.records().getFirst().at());
  }

  @Test
  void recordsOfTheSameTimeStayAsTheyWereTold() {
    assertThat(read(Bodies.flare(MORNING, 5), Bodies.checkIn(MORNING, 2)).records())
        .extracting(HistoryRecord::place)
        .extracting("pointer")
        .containsExactly("/assessment", "/history/0", "/history/1");
  }

  @Test
  void allTimesInTheFutureAreNamedAtOnce() {
    refused(
        () ->
            read(
                Bodies.checkIn(FUTURE, 2),
                Bodies.session(FUTURE, "bridge", 1),
                Bodies.flare(FUTURE, 5),
                Bodies.assessment(FUTURE, 4, false),
                Bodies.clearance(FUTURE)),
        tuple("/history/0/at", "TIME_IN_FUTURE"),
        tuple("/history/1/endedAt", "TIME_IN_FUTURE"),
        tuple("/history/1/endedAt", "SESSION_TOO_LONG"),
        tuple("/history/2/at", "TIME_IN_FUTURE"),
        tuple("/history/3/assessedAt", "TIME_IN_FUTURE"),
        tuple("/history/4/at", "TIME_IN_FUTURE"));
  }

  @Test
  void aTimeZoneThatDoesNotExistIsNamed() {
    refused(
        () ->
            HistoryReading.read(
                Bodies.request(
                    Bodies.PATIENT.replace("Europe/Berlin", "Mars/Base"),
                    ASSESSMENT,
                    "null",
                    List.of()),
                NOW),
        tuple("/patient/timeZone", "TIME_ZONE_UNKNOWN"));
  }

  @Test
  void aClearanceWithoutARealEndIsNamed() {
    refused(
        () ->
            HistoryReading.read(
                Bodies.request(
                    Bodies.PATIENT,
                    ASSESSMENT,
                    """
                    {"status": "CLEARED", "loading": true, "by": "Dr. Rivera",
                     "validUntil": "soon"}
                    """,
                    List.of()),
                NOW),
        tuple("/clearance/validUntil", "INVALID_VALUE"));
  }

  @Test
  void aCheckInNamesASessionBeforeIt() {
    String after = Bodies.checkIn(MORNING, 2).replaceFirst("\\{", "{" + SESSION_ID + ",");
    String session =
        Bodies.session("2026-09-02T07:10:00+02:00", "bridge", 1)
            .replaceFirst("\\{", "{" + SESSION_ID + ",");
    String later =
        Bodies.session("2026-09-02T07:20:00+02:00", "bridge", 1)
            .replaceFirst("\\{", "{" + SESSION_ID + ",");

    assertThat(read(after, session).records()).hasSize(3);
    refused(() -> read(after), tuple("/history/0/sessionId", "SESSION_NOT_FOUND"));
    refused(() -> read(later, after), tuple("/history/1/sessionId", "SESSION_NOT_FOUND"));
    refused(() -> read(session, later), tuple("/history/1/sessionId", "SESSION_ID_REPEATED"));
  }

  @Test
  void aSessionThatDoesNotFitThePlanOfItsTimeIsRefusedAtItsPlace() {
    refused(
        () -> simulate(Bodies.checkIn(MORNING, 2), Bodies.session(MORNING, "bridge", 10)),
        tuple("/history/1/exercises/0/level", "LEVEL_NOT_PRESCRIBED"));
    refused(
        () -> simulate(Bodies.session(MORNING, "deadlift", 1)),
        tuple("/history/0/exercises/0/exerciseId", "EXERCISE_NOT_PRESCRIBED"));
    refused(
        () ->
            simulate(
                Bodies.session("2026-08-31T07:15:00+02:00", "bridge", 1)
                    .replace("2026-09-02T07:00:00+02:00", "2026-08-31T07:00:00+02:00")),
        tuple("/history/0/planVersion", "PLAN_VERSION_UNKNOWN"));
  }

  private static void simulate(String... entries) {
    new Simulation(CatalogueFiles.read(), RuleSet.current()).run(read(entries), NOW);
  }

  private static PatientHistory read(String... entries) {
    return HistoryReading.read(
        Bodies.request(Bodies.PATIENT, ASSESSMENT, "null", List.of(entries)), NOW);
  }

  private static void refused(Runnable reading, Tuple... faults) {
    assertThatThrownBy(reading::run)
        .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
        .extracting(Refused::faults, InstanceOfAssertFactories.list(Fault.class))
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(faults);
  }
}

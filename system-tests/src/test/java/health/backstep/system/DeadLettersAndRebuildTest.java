package health.backstep.system;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;
import static health.backstep.system.Typed.backstep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What an operator does by command about a record that failed and a topic that was lost. */
class DeadLettersAndRebuildTest {

  private static final Topic SESSIONS = new Topic("pt.session.events.v1");
  private static final String SENT_BY_PATIENTS =
      "topic = '%s' and record_key not in (select patient_id::text from erased_patient)"
          .formatted(SESSIONS.name());
  private static final Duration WITHIN = Duration.ofMinutes(2);

  @Test
  void aPoisonEventIsListedShownReplayedAndDiscarded() throws Exception {
    UUID patient = UUID.randomUUID();
    SESSIONS.send(patient.toString(), flareHeaders(patient), "{");
    await().atMost(WITHIN).until(() -> letters(patient, "OPEN") == 1);

    String id = openLetters(patient).getFirst();
    assertThat(backstep("dlq", "list", "--service", "plan").out())
        .containsPattern(id + ".*pt.session.events.v1/.*PAYLOAD_UNREADABLE +OPEN");
    assertThat(backstep("dlq", "show", id).out())
        .contains("service     plan-service", "key         " + patient, "acts\n  none yet");

    Typed replay = backstep("dlq", "replay", id, "--actor", "anna", "--note", "tried again");
    assertThat(replay.exit()).as(replay.err()).isZero();
    await().atMost(WITHIN).until(() -> letters(patient, "OPEN") == 1);
    assertThat(letters(patient, "REPLAYED")).isEqualTo(1);

    String back = openLetters(patient).getFirst();
    assertThat(back).isNotEqualTo(id);
    assertThat(backstep("dlq", "show", back).out()).containsPattern("dlq_replay +" + id);
    assertThat(backstep("dlq", "discard", back, "--actor", "anna", "--note", "no event").exit())
        .isZero();

    assertThat(backstep("dlq", "list").out()).doesNotContain(id, back);
    assertThat(backstep("dlq", "log").out())
        .containsPattern("anna +REPLAY +plan +" + id + "  tried again")
        .containsPattern("anna +DISCARD +plan +" + back + "  no event");
    SESSIONS.awaitTakenInBy(PROFILE);
    assertThat(letters(PROFILE, patient, "OPEN")).isZero();
  }

  @Test
  void aFlareThatFailedStepsThePlanBackOnceWhenItIsReplayed() throws Exception {
    Patient patient = Patient.withPlan();
    failOnEventsOf(patient);
    UUID flare = patient.painfulFlare();
    await().atMost(WITHIN).until(() -> letters(patient.id(), "OPEN") == 2);
    assertThat(regressedPlans(List.of(patient))).isZero();
    assertThat(backstep("dlq", "list", "--cause", "HANDLING_FAILED").out())
        .contains(openLetters(patient.id()));

    mend();
    Typed replay =
        backstep("dlq", "replay", "--all", "--cause", "HANDLING_FAILED", "--yes", "--note", "m");

    assertThat(replay.exit()).as(replay.err()).isZero();
    await().atMost(WITHIN).until(() -> regressedPlans(List.of(patient)) == 1);
    assertThat(patient.planAfter(flare).getRegressed()).isTrue();
    SESSIONS.awaitTakenInBy(PLAN);
    assertThat(regressedPlans(List.of(patient))).isEqualTo(1);
    assertThat(letters(patient.id(), "OPEN")).isZero();
  }

  @Test
  void aTopicThatWasLostIsThereAgainInOrderAndNothingTakesEffectTwice() throws Exception {
    List<Patient> patients = patientsWithPlan(3);
    patients.forEach(patient -> patient.planAfter(patient.painfulFlare()));
    await().atMost(WITHIN).until(() -> unsent() == 0);
    SESSIONS.awaitTakenInBy(PLAN);
    SESSIONS.awaitTakenInBy(PROFILE);
    long versions = count(PLAN, "select count(*) from plan_version");
    long letters = letters();

    SESSIONS.loseRecords();
    Typed rebuild = backstep("rebuild", SESSIONS.name(), "--actor", "anna", "--wait", "PT2M");

    assertThat(rebuild.exit()).as(rebuild.out() + rebuild.err()).isZero();
    assertThat(rebuild.out())
        .contains("The outbox remembers every patient from the first event on.");
    Map<String, List<Long>> there = SESSIONS.sequencesByKey();
    for (String erased : Platform.texts(SESSION, "select patient_id::text from erased_patient")) {
      assertThat(there.getOrDefault(erased, List.of())).hasSizeLessThanOrEqualTo(1);
      there.remove(erased);
    }
    assertThat(there)
        .allSatisfy((_, sequences) -> assertThat(sequences).isEqualTo(upTo(sequences.size())))
        .containsOnlyKeys(
            Platform.texts(
                SESSION, "select distinct record_key from outbox where " + SENT_BY_PATIENTS));
    patients.forEach(patient -> assertThat(there.get(patient.id().toString())).hasSize(2));
    assertThat(there.values().stream().mapToInt(List::size).sum())
        .isEqualTo(count(SESSION, "select count(*) from outbox where " + SENT_BY_PATIENTS));
    SESSIONS.awaitTakenInBy(PLAN);
    SESSIONS.awaitTakenInBy(PROFILE);
    assertThat(count(PLAN, "select count(*) from plan_version")).isEqualTo(versions);
    assertThat(letters()).isEqualTo(letters);
    assertThat(count(PLAN, "select count(*) from inbox_parked")).isZero();
  }

  @Test
  void aStoppedPlanServiceThatReturnsAfterTheRetentionOfItsTopicRecoversByARebuild()
      throws Exception {
    List<Patient> patients = patientsWithPlan(5);
    Platform.stack().stop(PLAN);
    Map<Patient, UUID> flares = new HashMap<>();
    patients.forEach(patient -> flares.put(patient, patient.painfulFlare()));
    await().atMost(WITHIN).until(() -> unsent() == 0);
    SESSIONS.loseRecords();
    Platform.stack().start(PLAN);
    assertThat(regressedPlans(patients)).isZero();

    Typed rebuild = backstep("rebuild", SESSIONS.name(), "--wait", "PT2M");

    assertThat(rebuild.exit()).as(rebuild.out() + rebuild.err()).isZero();
    flares.forEach(
        (patient, eventId) -> assertThat(patient.planAfter(eventId).getRegressed()).isTrue());
    SESSIONS.awaitTakenInBy(PLAN);
    assertThat(regressedPlans(patients)).isEqualTo(patients.size());
  }

  private static List<Patient> patientsWithPlan(int number) {
    return IntStream.range(0, number).mapToObj(_ -> Patient.withPlan()).toList();
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static Map<String, String> flareHeaders(UUID patient) {
    String request = UUID.randomUUID().toString();
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_source", "/session-service");
    headers.put("ce_type", "pt.session.pain-flare-reported.v1");
    headers.put("ce_time", Instant.now().toString());
    headers.put("ce_subject", patient.toString());
    headers.put("ce_tenant", Platform.TENANT);
    headers.put("ce_sequence", "1");
    headers.put("ce_causationid", request);
    headers.put("ce_correlationid", request);
    return headers;
  }

  private static List<String> openLetters(UUID patient) {
    return List.of(
        Platform.texts(
            PLAN,
            "select id from dead_letter where state = 'OPEN' and record_key = '" + patient + "'"));
  }

  /**
   * Lets plan-service fail for a reason of its own, which is neither the record nor the network.
   */
  private static void failOnEventsOf(Patient patient) throws SQLException {
    execute(
        """
        create function broken() returns trigger language plpgsql as $$
        begin
          if new.patient_id = '%s' then raise exception 'broken for a test'; end if;
          return new;
        end $$;
        create trigger broken before insert on history_event
          for each row execute function broken();
        """
            .formatted(patient.id()));
  }

  private static void mend() throws SQLException {
    execute("drop trigger broken on history_event; drop function broken();");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = Platform.stack().postgres().connectAsSuperuser(PLAN.database());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long letters() {
    return count(PLAN, "select count(*) from dead_letter")
        + count(PROFILE, "select count(*) from dead_letter");
  }

  private static long letters(UUID patient, String state) {
    return letters(PLAN, patient, state);
  }

  private static long letters(ServiceName service, UUID patient, String state) {
    return Platform.count(
        service,
        "select count(*) from dead_letter where record_key = ? and state = ?",
        patient.toString(),
        state);
  }

  private static long regressedPlans(List<Patient> patients) {
    return Platform.count(
        PLAN,
        "select count(*) from plan_version where kind = 'REGRESSED' and patient_id = any(?)",
        (Object) patients.stream().map(Patient::id).toArray(UUID[]::new));
  }

  private static long unsent() {
    return count(SESSION, "select count(*) from outbox where sent_at is null");
  }

  private static long count(ServiceName service, String sql) {
    return Platform.count(service, sql);
  }
}

package health.backstep.system;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.client.plan.model.Status;
import health.backstep.client.profile.model.ClearanceStatus;
import health.backstep.stack.cli.Backstep;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Part;
import io.restassured.response.Response;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stack that is stopped in the middle of its work and started again 100 days later, when Kafka
 * has removed all that was on its topics. Nobody does anything about it.
 */
@Tag("long")
class HundredDaysTest {

  private static final int DAYS = 100;
  private static final Duration WITHIN = Duration.ofMinutes(4);
  private static final String KEY = UUID.randomUUID().toString();

  private static RestingStack stack;
  private static FickleReceiver receiver;

  /** Their flares were on the topic, and in the outbox. */
  private static Patient hurtUnread;

  private static Patient hurtUnsent;

  /** Whose red flag was on the topic. */
  private static Patient alarmed;

  /** Whose plan is the last thing that happened. */
  private static Patient latest;

  private static Response registered;
  private static String erasure;
  private static String cursor;

  @BeforeAll
  static void restForAHundredDays(@TempDir Path folder) throws Exception {
    receiver = new FickleReceiver();
    stack = new RestingStack(folder, Duration.ofDays(DAYS + 10));
    stack.create();
    live();
    fallSilent();

    MovedClock later = MovedClock.ahead(DAYS);
    stack.startPostgres(later);
    stack.startKafka(later);
    for (ServiceName service : ServiceName.values()) {
      EmptiedTopic.await(stack.bootstrapServers(), "pt." + service.database() + ".events.v1");
    }
    receiver.changesItsMind();
    stack.startServices(later);
  }

  @AfterAll
  static void end() {
    stack.close();
    receiver.close();
  }

  private static void live() {
    hurtUnread = patient();
    hurtUnsent = patient();
    alarmed = patient();
    Patient leaving = patient();
    stack
        .to(PLAN)
        .body("{\"url\": \"" + receiver.url() + "\"}")
        .post("/v1/webhooks")
        .then()
        .statusCode(201);
    cursor = stack.to(PLAN).get("/v1/changes?cursor=latest").path("nextCursor");
    latest = patient();
    await().atMost(WITHIN).until(() -> !receiver.refused().isEmpty());
    registered = register();

    stack.stop(PLAN);
    erasure =
        stack
            .to(PROFILE)
            .delete("/v1/patients/" + leaving.id())
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    awaitNone(SESSION, "select 1 - count(*) from erased_patient where settled_at is not null");
  }

  /** Each stops while there is something for it to do. */
  private static void fallSilent() {
    awaitSent(PROFILE);
    stack.stop(PROFILE);
    hurtUnread.painfulFlare();
    alarmed.emergencySign();
    awaitSent(SESSION);
    stack.stop(Part.BROKER);
    hurtUnsent.painfulFlare();
    assertThat(unsent(SESSION)).isPositive();
    stack.stop(SESSION);
    stack.stop(Part.DATABASE);
  }

  @Test
  void everyFlareStepsItsPlanBackOnce() {
    for (Patient patient : List.of(hurtUnread, hurtUnsent)) {
      await().atMost(WITHIN).until(() -> patient.plan().getRegressed());
    }

    awaitRest();
    for (Patient patient : List.of(hurtUnread, hurtUnsent)) {
      assertThat(
              stack.count(
                  PLAN,
                  "select count(*) from plan_version where kind = 'REGRESSED' and patient_id = ?",
                  patient.id()))
          .isOne();
    }
    assertThat(latest.plan().getVersion()).isOne();
  }

  @Test
  void aRedFlagSuspendsThePlanAndWithdrawsClearance() {
    await().atMost(WITHIN).until(() -> alarmed.plan().getStatus() == Status.SUSPENDED);
    await().atMost(WITHIN).until(() -> alarmed.clearance() == ClearanceStatus.WITHHELD);
  }

  @Test
  void anErasureUnderWayIsCompleted() {
    await()
        .atMost(WITHIN)
        .until(
            () -> stack.to(PROFILE).get(erasure + "?wait=PT20S").path("state").equals("COMPLETED"));
  }

  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void nothingIsMissingPutAsideOrLeftOver(ServiceName service) {
    awaitRest();

    assertThat(stack.count(service, "select count(*) from inbox_gap")).isZero();
    assertThat(stack.count(service, "select count(*) from dead_letter")).isZero();
    assertThat(stack.count(service, "select count(*) from inbox_parked")).isZero();
    assertThat(unsent(service)).isZero();
    assertThat(
            stack.count(
                service,
                "select count(*) from operation where act = 'REBUILD' and note like '%100 days'"))
        .as("topics sent again by themselves")
        .isOne();
    assertThat(
            stack.count(
                service,
                "select count(*) from outbox where sent_at < clock_timestamp() - interval '99 days'"))
        .as("events of before the stop that could be sent once more")
        .isPositive();
  }

  @Test
  void whoeverFollowsChangesGoesOnWhereHeWas() {
    List<String> told = stack.to(PLAN).get("/v1/changes?cursor=" + cursor).path("items.patientId");

    assertThat(told).contains(latest.id().toString());
  }

  @Test
  void aMessageThatWasNotTakenIsSentAgain() {
    await().atMost(WITHIN).until(() -> receiver.taken().contains(receiver.refused().getFirst()));
    assertThat(
            stack.count(
                PLAN, "select count(*) from webhook_endpoint where disabled_because is not null"))
        .isZero();
  }

  @Test
  void aCallThatIsRepeatedIsKnown() {
    Response again = register();

    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.asString()).isEqualTo(registered.asString());
  }

  /** Check-ins of long ago are too late to be answered; one new assessment is asked for. */
  @Test
  void nobodyIsFloodedWithWhatFellDueMeanwhile() {
    awaitRest();
    awaitNone(
        PLAN,
        "select count(*) from due_item where announced_at is null and due_at < clock_timestamp()"
            + " and (open_until is null or open_until > clock_timestamp())");

    assertThat(notices("check-in.due", "count(*)")).isZero();
    assertThat(notices("reassessment.due", "count(*)")).isPositive();
    assertThat(notices("reassessment.due", "count(*) - count(distinct patient_id)")).isZero();
  }

  private static long notices(String type, String what) {
    return stack.count(
        PLAN,
        "select "
            + what
            + " from change where type = ? and recorded_at > clock_timestamp() - interval '1 day'",
        type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"replay --check", "audit verify"})
  void whatIsStoredIsWhole(String typed) {
    awaitRest();
    String command = typed + " --data " + stack.folder();
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out, true);

    assertThat(Backstep.run(printer, printer, command.split(" "))).as(out.toString()).isZero();
  }

  private static Patient patient() {
    Patient patient = Patient.withPlanAt(stack::client);
    await()
        .atMost(WITHIN)
        .until(
            () ->
                stack.count(
                        SESSION,
                        "select count(*) from known_plan where patient_id = ?",
                        patient.id())
                    > 0);
    return patient;
  }

  private static Response register() {
    return stack
        .to(PROFILE)
        .header("Idempotency-Key", KEY)
        .body(
            """
            {"birthYear": 1985, "timeZone": "Europe/Berlin", "equipment": [],
             "minutesPerSession": 15, "sessionsPerWeek": 3}
            """)
        .post("/v1/patients");
  }

  /** Everything is sent again, and so is all that came of it. */
  private static void awaitRest() {
    for (ServiceName service : ServiceName.values()) {
      awaitNone(service, "select count(*) from rebuild where finished_at is null");
    }
    await().atMost(WITHIN).until(() -> hurtUnread.plan().getRegressed());
    await().atMost(WITHIN).until(() -> hurtUnsent.plan().getRegressed());
    await().atMost(WITHIN).until(() -> alarmed.clearance() == ClearanceStatus.WITHHELD);
    for (ServiceName service : ServiceName.values()) {
      awaitSent(service);
    }
  }

  private static void awaitSent(ServiceName service) {
    await().atMost(WITHIN).until(() -> unsent(service) == 0);
  }

  private static void awaitNone(ServiceName service, String count) {
    await().atMost(WITHIN).until(() -> stack.count(service, count) == 0);
  }

  private static long unsent(ServiceName service) {
    return stack.count(service, "select count(*) from outbox where sent_at is null");
  }
}

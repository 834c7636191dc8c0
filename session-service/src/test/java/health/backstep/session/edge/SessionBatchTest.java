package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.StackResource;
import health.backstep.backbone.testing.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Apps that come back from where there was no network. */
@SessionComponentTest
class SessionBatchTest {

  private static final String GRACE = "backstep.plan-version-grace";

  private static final String FAIL_AT_PAIN_SEVEN =
      """
      create function cut() returns trigger language plpgsql security definer as $$
      begin
        if new.pain = 7 then perform pg_terminate_backend(pg_backend_pid()); end if;
        return new;
      end $$;
      create trigger cut before insert on pain_reading for each row execute function cut()
      """;

  private final Partner partner =
      new Partner("batch-" + UUID.randomUUID().toString().substring(0, 8));
  private Patient patient;

  @BeforeEach
  void aPatientWithAPlan() {
    patient = Patient.withPlan(partner);
  }

  @Test
  void fiveHundredItemsOfSeveralPatientsEachGetTheirOwnAnswer() {
    Patient second = Patient.withPlan(partner);
    Patient foreign = Patient.withPlan(new Partner("south-clinic"));
    Batch batch = new Batch();
    for (int i = 0; i < 500; i++) {
      fill(batch, i, i % 2 == 0 ? patient.id() : second.id(), foreign.id());
    }

    JsonNode answers = batch.send(partner);

    assertThat(answers).hasSize(500);
    for (int i = 0; i < 500; i++) {
      JsonNode answer = answers.get(i);
      assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(expected(i));
      assertThat(answer.path("id")).isEqualTo(batch.at(i).path("id"));
    }
    assertThat(answers.get(0).at("/result/outcome").asText()).isEqualTo("GREEN");
    assertThat(answers.get(0).path("location").asText())
        .endsWith("/sessions/" + answers.get(0).at("/result/sessionId").asText());
    fault(answers.get(10), "UNKNOWN_FIELD", "/items/10/session/mood");
    fault(answers.get(11), "INVALID_REQUEST", "/items/11/session/painAfter");
    fault(answers.get(12), "PLAN_VERSION_UNKNOWN", "/items/12/session/planVersion");
    fault(answers.get(14), "INVALID_REQUEST", "/items/14");
    assertThat(answers.get(13).at("/problem/code").asText()).isEqualTo("PATIENT_NOT_FOUND");
    assertThat(rows("session")).isEqualTo(225);
    assertThat(rows("check_in")).isEqualTo(225);
    assertThat(Stored.events(partner.tenant(), "pt.session.events.v1")).hasSize(450);
  }

  @Test
  void aSessionOfAPlanVersionThatMayYetComeIsLeftWithThoseAfterIt() {
    Patient second = Patient.withPlan(partner);
    Batch batch = new Batch();
    batch.item(patient.id(), "session", Batch.session(0).put("planVersion", 2));
    batch.checkInAfter(patient.id(), 0, 2);
    batch.session(second.id(), 0);

    JsonNode early = sendWithoutWaiting(batch);

    assertThat(statuses(early)).containsExactly(503, 503, 201);
    assertThat(early.get(0).at("/problem/code").asText()).isEqualTo("PLAN_VERSION_NOT_KNOWN_YET");
    patient.planned(2);
    assertThat(statuses(batch.send(partner))).containsExactly(201, 201, 201);
  }

  private JsonNode sendWithoutWaiting(Batch batch) {
    System.setProperty(GRACE, "PT0S");
    try {
      return batch.send(partner);
    } finally {
      System.clearProperty(GRACE);
    }
  }

  @Test
  void aRepeatedBatchAnswersTheSameAndRecordsNothing() {
    Batch batch = course(patient);
    JsonNode first = batch.send(partner);
    Map<String, String> stored = Stored.of(partner.tenant());

    assertThat(batch.send(partner)).isEqualTo(first);
    assertThat(batch.reversed().send(partner)).containsExactlyInAnyOrderElementsOf(first);
    assertThat(Stored.of(partner.tenant())).isEqualTo(stored);
  }

  @Test
  void aChangedItemIsRefusedAndTheOthersStayAsTheyWere() {
    Batch batch = course(patient);
    JsonNode first = batch.send(partner);
    Map<String, String> stored = Stored.of(partner.tenant());
    ((ObjectNode) batch.at(1).path("session")).put("painAfter", 3);

    JsonNode again = batch.send(partner);

    assertThat(again.get(1).path("status").asInt()).isEqualTo(422);
    assertThat(again.get(1).at("/problem/code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(again.get(0)).isEqualTo(first.get(0));
    assertThat(again.get(2)).isEqualTo(first.get(2));
    assertThat(Stored.of(partner.tenant())).isEqualTo(stored);
  }

  @Test
  void itemsInAnyOrderComeToTheSame() {
    Patient other = Patient.withPlan(partner);

    List<String> inOrder = outcomes(course(patient).send(partner));
    List<String> backwards = outcomes(course(other).reversed().send(partner));

    assertThat(backwards.reversed()).isEqualTo(inOrder);
    assertThat(inOrder).contains("FLARE MODERATE OPENED", "settled");
    assertThat(episodes(other)).isEqualTo(episodes(patient)).hasSize(1);
    assertThat(other.get("/pain").extract().<Object>path("readings"))
        .isEqualTo(patient.get("/pain").extract().path("readings"));
  }

  @Test
  void whatIsCutOffInTheMiddleIsSentAgainAndNothingComesTwice() {
    Batch batch = new Batch();
    batch.session(patient.id(), 0);
    batch.item(patient.id(), "session", Batch.session(1).put("painAfter", 7));
    batch.session(patient.id(), 2);
    Patient unharmed = Patient.withPlan(partner);
    batch.session(unharmed.id(), 0);

    Stored.alter(FAIL_AT_PAIN_SEVEN);
    JsonNode cut;
    try {
      cut = batch.send(partner);
    } finally {
      Stored.alter("drop trigger cut on pain_reading; drop function cut()");
    }

    assertThat(statuses(cut)).containsExactly(201, 503, 503, 201);
    assertThat(rows("session")).isEqualTo(2);
    JsonNode again = batch.send(partner);
    assertThat(statuses(again)).containsExactly(201, 201, 201, 201);
    assertThat(again.get(0)).isEqualTo(cut.get(0));
    assertThat(again.get(3)).isEqualTo(cut.get(3));
    assertThat(rows("session")).isEqualTo(4);
    assertThat(rows("pain_reading")).isEqualTo(4);
  }

  @Test
  void theSameBatchTwiceAtOnceRecordsEachItemOnce() {
    Batch batch = course(patient);

    List<JsonNode> answers = AtOnce.run(3, () -> batch.send(partner));

    assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
    assertThat(rows("session")).isEqualTo(3);
    assertThat(rows("check_in")).isEqualTo(3);
  }

  @Test
  void aCheckInFollowsASessionOfTheSameBatchOrOfAnEarlierOne() {
    Batch batch = new Batch();
    ObjectNode checkIn = batch.checkInAfter(patient.id(), 0, 2);
    UUID session = batch.session(patient.id(), 0);
    checkIn.put("sessionItem", session.toString());
    JsonNode answers = batch.send(partner);
    Batch later = new Batch();
    later.checkInAfter(patient.id(), 2, 2).put("sessionItem", session.toString());

    assertThat(statuses(later.send(partner))).containsExactly(201);
    assertThat(statuses(answers)).containsExactly(201, 201);
    assertThat(
            Stored.column(
                "select distinct session_id::text from check_in where tenant = ?",
                partner.tenant()))
        .containsExactly(answers.get(1).at("/result/sessionId").asText());
  }

  @Test
  void aCheckInOfASessionThatWasRefusedSaysSoAndIsTakenOnceThatIsMended() {
    Batch batch = new Batch();
    UUID session = batch.item(patient.id(), "session", Batch.session(0).put("planVersion", 9));
    batch.checkInAfter(patient.id(), 0, 2).put("sessionItem", session.toString());

    JsonNode answers = batch.send(partner);
    assertThat(statuses(answers)).containsExactly(422, 422);
    fault(answers.get(1), "SESSION_ITEM_NOT_RECORDED", "/items/1/sessionItem");

    ((ObjectNode) batch.at(0).path("session")).put("planVersion", 1);
    assertThat(statuses(batch.send(partner))).containsExactly(201, 201);
  }

  @Test
  void whatWasSentAloneAndThenQueuedIsRecordedOnce() {
    Batch batch = new Batch();
    UUID item = batch.session(patient.id(), 0);
    String alone =
        partner
            .request()
            .header("Idempotency-Key", item)
            .body(Batch.session(0).toString())
            .post("/v1/patients/" + patient.id() + "/sessions")
            .then()
            .statusCode(201)
            .extract()
            .asString();

    JsonNode answers = batch.send(partner);

    assertThat(answers.get(0).path("result").toString()).isEqualTo(alone);
    assertThat(rows("session")).isEqualTo(1);
  }

  @Test
  void anItemIsKnownLongAfterItsKeyHasGone() {
    Batch batch = course(patient);
    JsonNode first = batch.send(partner);
    Stored.alter("delete from idempotency where tenant = '" + partner.tenant() + "'");

    assertThat(batch.send(partner)).isEqualTo(first);
    assertThat(rows("session")).isEqualTo(3);
  }

  @Test
  void anotherTenantsItemsAreNotKnown() throws SQLException {
    Partner neighbour = new Partner(partner.tenant() + "-next");
    Patient theirs = Patient.withPlan(neighbour);
    UUID id = UUID.randomUUID();
    Batch own = new Batch().add(Batch.item(id, patient.id(), "session", Batch.session(0)));
    Batch other = new Batch().add(Batch.item(id, theirs.id(), "session", Batch.session(1)));

    assertThat(statuses(own.send(partner))).containsExactly(201);
    assertThat(statuses(other.send(neighbour))).containsExactly(201);
    try (Connection service = StackResource.asTheService()) {
      assertThat(Stored.column(service, "select tenant from batch_item")).isEmpty();
      Stored.column(service, "select set_config('backstep.tenant', ?, false)", neighbour.tenant());
      assertThat(Stored.column(service, "select distinct tenant from batch_item"))
          .containsExactly(neighbour.tenant());
    }
  }

  @Test
  void aKeyOfTheWholeBatchAnswersTheSameAndRefusesAnotherBatch() {
    Batch batch = course(patient);
    String first = keyed(batch).then().statusCode(200).extract().asString();

    assertThat(keyed(batch).then().statusCode(200).extract().asString()).isEqualTo(first);
    keyed(new Batch().add(TextNode.valueOf("other")))
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void aKeyOfTheWholeBatchIsANewOneAfterADay() {
    keyed(course(patient)).then().statusCode(200);
    Batch other = new Batch();
    other.session(patient.id(), 9);

    age("23 hours 59 minutes");
    keyed(other).then().statusCode(422);
    age("2 minutes");

    assertThat(statuses(Batch.answers(keyed(other).then().statusCode(200).extract().asString())))
        .containsExactly(201);
  }

  /** What it builds on may be on its way. */
  @Test
  void aRefusedItemLeavesTheKeyOfTheBatchFree() {
    keyed(course(patient).add(TextNode.valueOf("nothing"))).then().statusCode(200);

    keyed(new Batch().add(TextNode.valueOf("other"))).then().statusCode(200);
  }

  @Test
  void aBatchHasOneToFiveHundredItems() {
    Batch large = new Batch();
    for (int i = 0; i < 501; i++) {
      large.add(JsonNodeFactory.instance.objectNode());
    }

    new Batch().post(partner).then().statusCode(422).body("errors[0].pointer", equalTo("/items"));
    large.post(partner).then().statusCode(422).body("errors[0].code", equalTo("OUT_OF_RANGE"));
  }

  @Test
  void onlyABatchMayBeLarge() {
    Batch batch = course(patient);
    String spaces = " ".repeat(300_000);

    partner.request().body(batch.body() + spaces).post(Batch.PATH).then().statusCode(200);
    partner
        .request()
        .body(Batch.session(0) + spaces)
        .post("/v1/patients/" + patient.id() + "/sessions")
        .then()
        .statusCode(413);
    partner.request().body(" ".repeat(4_300_000)).post(Batch.PATH).then().statusCode(413);
  }

  @Test
  void aTokenThatMayOnlyReadSendsNoBatch() {
    partner
        .with("sessions:read")
        .body(course(patient).body())
        .post(Batch.PATH)
        .then()
        .statusCode(403);
  }

  /** Sessions and check-ins in turn, and among every fifty some that are broken. */
  private static void fill(Batch batch, int i, UUID patient, UUID foreign) {
    int day = i / 4;
    ObjectNode session = Batch.session(day);
    switch (i % 50) {
      case 10 -> batch.item(patient, "session", session.put("mood", "good"));
      case 11 -> batch.item(patient, "session", session.put("painAfter", 11));
      case 12 -> batch.item(patient, "session", farAhead(session));
      case 13 -> batch.item(foreign, "session", farAhead(session));
      case 14 -> {
        batch.item(patient, "session", session);
        batch.at(i).remove("session");
      }
      default -> {
        if (i % 4 < 2) {
          batch.session(patient, day);
        } else {
          batch.checkInAfter(patient, day, 2);
        }
      }
    }
  }

  private static int expected(int i) {
    return switch (i % 50) {
      case 10 -> 400;
      case 11, 12, 14 -> 422;
      case 13 -> 404;
      default -> 201;
    };
  }

  /** Three sessions, of which the second hurts, and mornings on which the flare settles. */
  private static Batch course(Patient patient) {
    Batch batch = new Batch();
    batch.session(patient.id(), 0);
    batch.item(patient.id(), "session", Batch.painful(2));
    batch.checkInAfter(patient.id(), 2, 3);
    batch.checkInAfter(patient.id(), 3, 2);
    batch.checkInAfter(patient.id(), 4, 2);
    batch.session(patient.id(), 6);
    return batch;
  }

  private static List<String> outcomes(JsonNode answers) {
    return StreamSupport.stream(answers.spliterator(), false)
        .map(answer -> answer.path("result"))
        .map(
            result ->
                result.path("settledFlare").isObject()
                    ? "settled"
                    : (result.path("outcome").asText()
                            + " "
                            + result.at("/flare/severity").asText()
                            + " "
                            + result.at("/flare/episode").asText())
                        .strip())
        .toList();
  }

  private static List<Map<String, Object>> episodes(Patient patient) {
    List<Map<String, Object>> episodes = patient.get("/flares").extract().path("items");
    episodes.forEach(episode -> episode.remove("flareId"));
    return episodes;
  }

  private static List<Integer> statuses(JsonNode answers) {
    return StreamSupport.stream(answers.spliterator(), false)
        .map(answer -> answer.path("status").asInt())
        .toList();
  }

  private static void fault(JsonNode answer, String code, String pointer) {
    assertThat(answer.at("/problem/code").asText()).isEqualTo(code);
    assertThat(answer.at("/problem/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  private void age(String by) {
    Stored.alter(
        "update idempotency set created_at = created_at - interval '%s' where tenant = '%s'"
            .formatted(by, partner.tenant()));
  }

  private io.restassured.response.Response keyed(Batch batch) {
    return partner
        .request()
        .header("Idempotency-Key", "batch-of-monday")
        .body(batch.body())
        .post(Batch.PATH);
  }

  private int rows(String table) {
    return Integer.parseInt(
        Stored.column("select count(*) from " + table + " where tenant = ?", partner.tenant())
            .getFirst());
  }

  /** With a version that nobody waits for, as one of the next three might be on its way. */
  private static ObjectNode farAhead(ObjectNode session) {
    return session.put("planVersion", 9);
  }
}

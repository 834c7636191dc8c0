package health.backstep.stack.cli;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.stack.deadletter.DeadLetterActs;
import health.backstep.stack.operation.MigratedDatabases;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DlqCommandTest {

  private static final String SESSIONS = "pt.session.events.v1";
  private static final String PLANS = "pt.plan.events.v1";

  @TempDir static Path folder;

  private static MigratedDatabases databases;

  @BeforeAll
  static void start() throws IOException, SQLException {
    databases = MigratedDatabases.in(folder);
  }

  @AfterAll
  static void stop() {
    databases.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    databases.empty();
  }

  @Test
  void says_that_there_are_none() {
    Typed list = dlq("list");

    assertThat(list.exit()).isZero();
    assertThat(list.out()).isEqualTo("There are no open dead letters.\n");
    assertThat(dlq("list", "--state", "ALL").out()).isEqualTo("There are no dead letters.\n");
    assertThat(dlq("list", "--json").out().strip()).isEqualTo("[ ]");
    assertThat(dlq("log").out()).isEqualTo("Nothing was done by command yet.\n");
  }

  @Test
  void lists_what_is_open_over_all_services_with_origin_cause_reason_and_number()
      throws SQLException {
    UUID ofPlan = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");
    UUID ofSession = databases.deadLetter(SESSION, PLANS, "GAVE_UP");
    UUID discarded = databases.deadLetter(SESSION, PLANS, "UNREADABLE");
    dlq("discard", discarded.toString(), "--note", "a test record");

    Typed list = dlq("list");

    assertThat(list.exit()).isZero();
    assertThat(list.out())
        .containsPattern(ofPlan + "  plan     .*pt.session.events.v1/3@128 +UNREADABLE +OPEN\n")
        .containsPattern(ofSession + "  session  .*pt.plan.events.v1/3@128 +GAVE_UP +OPEN\n")
        .contains("\n    header ce_type is missing\n")
        .contains("2 open dead letters: profile 0, plan 1, session 1.")
        .doesNotContain(discarded.toString());
    assertThat(dlq("list", "--state", "discarded", "--service", "session").out())
        .contains(discarded.toString(), "1 discarded dead letter: session 1.");
    assertThat(dlq("list", "--cause", "GAVE_UP").out())
        .contains(ofSession.toString(), "1 open dead letter:")
        .doesNotContain(ofPlan.toString());
  }

  @Test
  void shows_the_newest_when_there_are_more_than_asked_for_and_says_so() throws SQLException {
    UUID newest = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");
    UUID older = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");

    Typed list = dlq("list", "--limit", "1");

    assertThat(list.out())
        .contains(newest.toString(), "2 open dead letters", "These are the newest 1; --limit shows")
        .doesNotContain(older.toString());
    assertThat(dlq("list", "--limit", "0").exit()).isEqualTo(Backstep.USER_ERROR);
  }

  @Test
  void gives_programs_the_same_as_json() throws Exception {
    UUID id = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");

    JsonNode letter = new ObjectMapper().readTree(dlq("list", "--json").out()).get(0);

    assertThat(letter.path("id").asText()).isEqualTo(id.toString());
    assertThat(letter.path("service").asText()).isEqualTo("plan-service");
    assertThat(letter.path("offset").asInt()).isEqualTo(128);
    assertThat(letter.path("payloadBytes").asInt()).isEqualTo(6);
    assertThat(letter.path("headers").path("ce_sequence").asText()).isEqualTo("7");
    assertThat(letter.has("payload")).isFalse();
  }

  @Test
  void shows_one_without_its_payload_and_with_what_to_do() throws SQLException {
    UUID id = databases.deadLetter(PLAN, SESSIONS, "SOMETHING_NEW");

    Typed shown = dlq("show", id.toString());

    assertThat(shown.exit()).isZero();
    assertThat(shown.out())
        .contains("came from   pt.session.events.v1/3@128", "reason      header ce_type is missing")
        .contains("payload     6 bytes (--payload shows it, and writes down who looked)")
        .contains("what to do  Read the reason.", "ce_sequence          7", "acts\n  none yet")
        .doesNotContain("pain 6");
    assertThat(operations(PLAN)).isEmpty();
  }

  @Test
  void writes_down_who_read_a_payload() throws Exception {
    UUID id = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");

    Typed shown = dlq("show", id.toString(), "--payload", "--actor", "anna");

    assertThat(shown.out()).contains("payload (UTF-8)\n  pain 6\n").contains("SHOW_PAYLOAD");
    assertThat(operations(PLAN)).containsExactly("anna|SHOW_PAYLOAD|" + id + "|");
    JsonNode json =
        new ObjectMapper().readTree(dlq("show", id.toString(), "--payload", "--json").out());
    assertThat(json.path("payload").asText()).isEqualTo("pain 6");
    assertThat(json.path("operations")).hasSize(2);
  }

  @Test
  void shows_a_payload_that_is_no_text_and_none_at_all() throws SQLException {
    UUID binary = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");
    databases.execute(PLAN, "update dead_letter set payload = '\\xff00' where id = ?", binary);
    UUID none = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");
    databases.execute(
        PLAN, "update dead_letter set payload = null, record_key = null where id = ?", none);

    assertThat(dlq("show", binary.toString(), "--payload").out())
        .contains("payload (base64)\n  /wA=\n");
    assertThat(dlq("show", none.toString(), "--payload").out())
        .contains("payload     (none)", "key         (none)");
  }

  @Test
  void a_broken_record_cannot_steer_the_terminal() throws SQLException {
    UUID id = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");
    databases.execute(
        PLAN,
        "update dead_letter set payload = '\\x1b5b324a', reason = E'a\\u001b[2Jb\\nc' where id = ?",
        id);

    assertThat(dlq("show", id.toString(), "--payload").out()).doesNotContain("\u001b", "b\nc");
    assertThat(dlq("list").out()).doesNotContain("\u001b", "b\nc");
  }

  @Test
  void replays_a_letter_as_it_came_for_the_one_service_and_once() throws SQLException {
    UUID id = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");

    Typed replay = dlq("replay", id.toString(), "--actor", "anna", "--note", "fixed reader");

    assertThat(replay.exit()).isZero();
    assertThat(replay.out())
        .containsPattern("Z  anna +REPLAY +plan +" + id + "  fixed reader\n")
        .contains("1 on the way.");
    assertThat(
            databases.rows(
                PLAN,
                """
                select tenant, topic, record_key, sequence is null, convert_from(payload, 'UTF8'),
                  sent_at is null, state, headers
                from outbox
                """))
        .containsExactly(
            "north-clinic|pt.session.events.v1|a-patient|t|pain 6|t|f|"
                + "{\"ce_id\": \"an-id\", \"ce_tenant\": \"north-clinic\", \"dlq_replay\": \""
                + id
                + "\", \"ce_sequence\": \"7\", \"dlq_consumer\": \"plan-service\"}");
    assertThat(states(PLAN)).containsExactly("REPLAYED");
    assertThat(operations(PLAN)).containsExactly("anna|REPLAY|" + id + "|fixed reader");

    Typed again = dlq("replay", id.toString(), "--actor", "ben");

    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains(id + " is REPLAYED already: by anna at ", "(fixed reader)");
    assertThat(databases.rows(PLAN, "select count(*) from outbox")).containsExactly("1");
    assertThat(operations(PLAN)).hasSize(1);
  }

  @Test
  void replays_a_record_without_key_payload_and_headers() throws SQLException {
    UUID id = databases.deadLetter(PROFILE, SESSIONS, "UNREADABLE");
    databases.execute(
        PROFILE, "update dead_letter set payload = null, record_key = null, headers = '{}'");

    assertThat(dlq("replay", id.toString()).exit()).isZero();
    assertThat(
            databases.rows(
                PROFILE,
                "select record_key, payload is null, headers->>'dlq_consumer' from outbox"))
        .containsExactly("|t|profile-service");
  }

  @Test
  void does_not_send_what_kafka_would_refuse_for_ever() throws SQLException {
    UUID id = databases.deadLetter(PLAN, SESSIONS, "TOO_LARGE");
    databases.execute(
        PLAN, "update dead_letter set payload = decode(repeat('00', 1000000), 'hex')");

    Typed replay = dlq("replay", id.toString());

    assertThat(replay.exit()).isEqualTo(1);
    assertThat(replay.err()).contains(id + " cannot be sent again: it has 1000", "Discard it.");
    assertThat(states(PLAN)).containsExactly("OPEN");
    assertThat(databases.rows(PLAN, "select count(*) from outbox")).containsExactly("0");
  }

  @Test
  void replays_all_that_are_open_only_when_somebody_agrees() throws SQLException {
    databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");
    databases.deadLetter(PLAN, SESSIONS, "GAVE_UP");
    databases.deadLetter(SESSION, PLANS, "GAVE_UP");

    Typed unasked = dlq("replay", "--all");
    assertThat(unasked.exit()).isEqualTo(Backstep.USER_ERROR);
    assertThat(unasked.err()).contains("Replay 3 open dead letters", "--yes");
    assertThat(states(PLAN)).containsOnly("OPEN");

    Typed some = dlq("replay", "--all", "--cause", "GAVE_UP", "--yes");
    assertThat(some.exit()).isZero();
    assertThat(some.out()).contains("2 on the way.");
    assertThat(states(PLAN)).containsExactlyInAnyOrder("OPEN", "REPLAYED");
    assertThat(states(SESSION)).containsExactly("REPLAYED");

    assertThat(dlq("replay", "--all", "--yes").out()).contains("1 on the way.");
    assertThat(dlq("replay", "--all").out()).isEqualTo("There are no open dead letters.\n");
  }

  @Test
  void keeps_the_order_of_arrival_when_all_are_replayed() throws SQLException {
    UUID later = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");
    UUID earlier = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");

    dlq("replay", "--all", "--yes");

    assertThat(databases.rows(PLAN, "select headers->>'dlq_replay' from outbox order by position"))
        .containsExactly(earlier.toString(), later.toString());
  }

  @Test
  void does_the_others_when_one_was_dealt_with_before() throws SQLException {
    UUID done = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");
    UUID open = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");
    dlq("discard", done.toString(), "--note", "seen");

    Typed replay = dlq("replay", done.toString(), open.toString());

    assertThat(replay.exit()).isEqualTo(1);
    assertThat(replay.err()).contains(done + " is DISCARDED already");
    assertThat(replay.out()).contains("1 on the way.");
  }

  @Test
  void touches_nothing_when_an_id_is_unknown() throws SQLException {
    UUID open = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");
    UUID unknown = UUID.randomUUID();

    Typed replay = dlq("replay", open.toString(), unknown.toString());

    assertThat(replay.exit()).isEqualTo(Backstep.USER_ERROR);
    assertThat(replay.err()).contains("There is no dead letter " + unknown);
    assertThat(states(PLAN)).containsExactly("OPEN");
  }

  @Test
  void an_act_that_fails_half_way_leaves_nothing_behind() throws SQLException {
    UUID id = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");
    databases.execute(PLAN, "alter table operation add constraint full_up check (actor <> 'anna')");
    try {
      Typed replay = dlq("replay", id.toString(), "--actor", "anna");
      assertThat(replay.exit()).isEqualTo(Backstep.USER_ERROR);
      assertThat(replay.err()).contains("The database of plan-service failed");
    } finally {
      databases.execute(PLAN, "alter table operation drop constraint full_up");
    }
    assertThat(states(PLAN)).containsExactly("OPEN");
    assertThat(databases.rows(PLAN, "select count(*) from outbox")).containsExactly("0");
  }

  @Test
  void of_two_people_who_act_on_one_letter_the_second_waits_and_is_told() throws Exception {
    UUID id = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");
    try (Connection first = databases.connect(PLAN)) {
      first.setAutoCommit(false);
      first.createStatement().execute("select from dead_letter for update");
      Thread second = Thread.startVirtualThread(() -> dlq("replay", id.toString()));
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> !databases.rows(PLAN, "select 1 from pg_locks where not granted").isEmpty());
      first.createStatement().execute("update dead_letter set state = 'DISCARDED'");
      first.commit();
      second.join();
    }
    assertThat(databases.rows(PLAN, "select count(*) from outbox")).containsExactly("0");
    assertThat(states(PLAN)).containsExactly("DISCARDED");
  }

  @Test
  void discards_with_a_note_only() throws SQLException {
    UUID id = databases.deadLetter(SESSION, PLANS, "UNREADABLE");

    assertThat(dlq("discard", id.toString()).err()).contains("Missing required option: '--note");
    assertThat(dlq("discard", id.toString(), "--note", " ").exit()).isEqualTo(Backstep.USER_ERROR);
    assertThat(states(SESSION)).containsExactly("OPEN");

    Typed discard = dlq("discard", id.toString(), "--actor", "anna", "--note", "sent twice");

    assertThat(discard.exit()).isZero();
    assertThat(discard.out()).containsPattern("anna +DISCARD +session +" + id + "  sent twice");
    assertThat(states(SESSION)).containsExactly("DISCARDED");
    assertThat(databases.rows(SESSION, "select count(*) from outbox")).containsExactly("0");
    assertThat(dlq("show", id.toString()).out()).containsPattern("acts\n  .*DISCARD");
  }

  @Test
  void tells_the_audit_of_all_services_the_latest_last() throws SQLException {
    UUID one = databases.deadLetter(SESSION, PLANS, "UNREADABLE");
    UUID other = databases.deadLetter(PLAN, SESSIONS, "UNREADABLE");
    dlq("discard", one.toString(), "--actor", "anna", "--note", "first");
    dlq("replay", other.toString(), "--actor", "ben", "--note", "second");

    assertThat(dlq("log").out().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("anna", "DISCARD", "session", one + "  first"),
            line -> assertThat(line).contains("ben", "REPLAY", "plan", other + "  second"));
    assertThat(dlq("log", "--limit", "1").out()).contains("second").doesNotContain("first");
  }

  @Test
  void a_role_that_sees_one_tenant_only_is_refused_since_it_would_find_nothing()
      throws SQLException {
    Connection asTheService = databases.connect(PLAN, PLAN.appRole());

    assertThatThrownBy(() -> ServiceDatabase.of(PLAN, asTheService))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("sees one tenant's rows only");
    assertThat(asTheService.isClosed()).isTrue();
  }

  @Test
  void a_letter_that_is_gone_is_not_replayed() throws SQLException {
    try (ServiceDatabase database = ServiceDatabase.of(PLAN, databases.connect(PLAN))) {
      DeadLetterActs acts = new DeadLetterActs(database);
      assertThatThrownBy(() -> acts.replay(UUID.randomUUID(), "anna", ""))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("plan-service has no dead letter");
    }
  }

  private static Typed dlq(String... words) {
    String[] typed = new String[words.length + 1];
    typed[0] = "dlq";
    System.arraycopy(words, 0, typed, 1, words.length);
    return Typed.at(databases.data(), typed);
  }

  private static List<String> states(ServiceName service) throws SQLException {
    return databases.rows(service, "select state from dead_letter");
  }

  private static List<String> operations(ServiceName service) throws SQLException {
    return databases.rows(service, "select actor, act, subject, note from operation order by at");
  }
}

package health.backstep.stack.cli;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.operation.MigratedDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildCommandTest {

  private static final String TOPIC = "pt.session.events.v1";

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
  void asks_the_relay_of_the_owner_for_every_row_there_is_now() throws SQLException {
    sent("a", 1);
    sent("a", 2);
    long last = sent("b", 1);
    otherTopic();

    Typed rebuild = rebuild(TOPIC, "--no-watch", "--actor", "anna");

    assertThat(rebuild.exit()).isZero();
    assertThat(rebuild.out())
        .contains("is sent again from the outbox of session-service: 3 rows of 2 patients,")
        .containsPattern("from 2026-01-01T00:00:00Z to 20..-")
        .contains("The outbox remembers every patient from the first event on.")
        .contains("Consumers drop what they have taken in before.")
        .containsPattern("anna +REBUILD +session +" + TOPIC + "  3 rows up to " + last);
    assertThat(requests()).containsExactly(TOPIC + "|" + last + "|0|0|anna|f");
    assertThat(databases.rows(SESSION, "select actor, act, subject from operation"))
        .containsExactly("anna|REBUILD|" + TOPIC);
  }

  @Test
  void says_of_how_many_patients_the_beginning_is_past_the_retention() throws SQLException {
    sent("a", 2);
    sent("b", 1);

    assertThat(rebuild(TOPIC, "--no-watch").out())
        .contains("Of 1 of the patients the outbox has no longer the first events");
  }

  @Test
  void does_not_miss_the_beginning_of_a_topic_that_repeats_whole_states() throws SQLException {
    databases.execute(
        PLAN,
        """
        insert into outbox (tenant, event_id, topic, record_key, sequence, headers, state,
          sent_at)
        values ('north-clinic', gen_random_uuid(), 'pt.plan.state.v1', 'a', 5, '{}', true,
          clock_timestamp())
        """);

    assertThat(rebuild("pt.plan.state.v1", "--no-watch").out())
        .contains("plan-service: 1 row of 1 patient,", "remembers every patient");
  }

  @Test
  void does_not_miss_the_beginning_of_a_patient_who_was_erased() throws SQLException {
    databases.execute(
        SESSION,
        """
        insert into outbox (tenant, event_id, topic, record_key, sequence, headers, payload,
          sent_at)
        values ('north-clinic', gen_random_uuid(), 'pt.session.events.v1', 'a', 5,
          '{"ce_type": "pt.session.patient-erased.v1"}', '{}', clock_timestamp())
        """);

    assertThat(rebuild(TOPIC, "--no-watch").out())
        .contains("session-service: 1 row of 1 patient,", "remembers every patient");
  }

  @Test
  void watches_until_the_relay_has_finished() throws Exception {
    sent("a", 1);
    CompletableFuture<Typed> watching = CompletableFuture.supplyAsync(() -> rebuild(TOPIC));
    await().atMost(Duration.ofMinutes(1)).until(() -> !requests().isEmpty());
    databases.execute(SESSION, "update rebuild set sent = 1, finished_at = clock_timestamp()");

    Typed rebuild = watching.get();

    assertThat(rebuild.exit()).isZero();
    assertThat(rebuild.out()).contains(TOPIC + " was sent again: 1 rows.");
  }

  @Test
  void fails_when_the_relay_could_not_send_all_of_it() throws Exception {
    sent("a", 1);
    sent("b", 1);
    CompletableFuture<Typed> watching = CompletableFuture.supplyAsync(() -> rebuild(TOPIC));
    await().atMost(Duration.ofMinutes(1)).until(() -> !requests().isEmpty());
    databases.execute(SESSION, "update rebuild set sent = 1, finished_at = clock_timestamp()");

    Typed rebuild = watching.get();

    assertThat(rebuild.exit()).isEqualTo(1);
    assertThat(rebuild.out()).contains("Only 1 of the 2 rows", "The log of session-service names");
  }

  @Test
  void counts_apart_what_waits_for_its_first_sending() throws SQLException {
    sent("a", 1);
    sent("b", 1);
    databases.execute(SESSION, "update outbox set sent_at = null where record_key = 'b'");

    assertThat(rebuild(TOPIC, "--no-watch").out())
        .contains(
            "session-service: 1 row of 2 patients", "never sent so far follow after them: 1.");
  }

  @Test
  void says_that_it_goes_on_when_the_wait_is_over() throws SQLException {
    sent("a", 1);

    Typed rebuild = rebuild(TOPIC, "--wait", "PT0.3S");

    assertThat(rebuild.exit()).isEqualTo(1);
    assertThat(rebuild.err())
        .contains("Not finished: 0 rows were sent so far. session-service goes on with it");
    assertThat(requests()).hasSize(1);
  }

  @Test
  void leaves_one_alone_that_is_on_its_way_and_says_how_far_it_is() throws SQLException {
    sent("a", 1);
    rebuild(TOPIC, "--no-watch", "--actor", "anna");
    databases.execute(SESSION, "update rebuild set sent = 1, sent_up_to = 1");

    Typed again = rebuild(TOPIC, "--no-watch", "--actor", "ben");

    assertThat(again.exit()).isEqualTo(Backstep.USER_ERROR);
    assertThat(again.err()).contains("is being sent again already: asked by anna", "1 rows sent");
    assertThat(requests()).hasSize(1).first().asString().contains("|1|1|anna|");
    assertThat(databases.rows(SESSION, "select actor from operation")).containsExactly("anna");
  }

  @Test
  void begins_anew_after_one_that_was_finished() throws SQLException {
    sent("a", 1);
    rebuild(TOPIC, "--no-watch", "--actor", "anna");
    databases.execute(
        SESSION, "update rebuild set sent = 1, sent_up_to = 9, finished_at = clock_timestamp()");
    long last = sent("a", 2);

    assertThat(rebuild(TOPIC, "--no-watch", "--actor", "ben").exit()).isZero();
    assertThat(requests()).containsExactly(TOPIC + "|" + last + "|0|0|ben|f");
  }

  @Test
  void has_nothing_to_do_for_an_empty_outbox() throws SQLException {
    Typed rebuild = rebuild(TOPIC);

    assertThat(rebuild.exit()).isZero();
    assertThat(rebuild.out())
        .isEqualTo(
            "The outbox of session-service holds nothing of %s that was sent before: there is nothing to send again.%n"
                .formatted(TOPIC));
    assertThat(requests()).isEmpty();
  }

  @Test
  void refuses_topics_that_no_outbox_remembers() {
    Typed unknown = rebuild("pt.session.v1");
    assertThat(unknown.exit()).isEqualTo(Backstep.USER_ERROR);
    assertThat(unknown.err())
        .contains("There is no topic 'pt.session.v1'. There are: pt.profile.events.v1, ")
        .contains("pt.plan.state.v1")
        .doesNotContain("dlq");

    Typed deadLetters = rebuild("pt.session.events.dlq.v1");
    assertThat(deadLetters.exit()).isEqualTo(Backstep.USER_ERROR);
    assertThat(deadLetters.err()).contains("repeats the dead letters", "./backstep dlq replay");
  }

  private static Typed rebuild(String... words) {
    String[] typed = new String[words.length + 1];
    typed[0] = "rebuild";
    System.arraycopy(words, 0, typed, 1, words.length);
    return Typed.at(databases.data(), typed);
  }

  private static List<String> requests() throws SQLException {
    return databases.rows(
        SESSION,
        "select topic, up_to, sent_up_to, sent, requested_by, finished_at is not null from rebuild");
  }

  private static long sent(String patient, int sequence) throws SQLException {
    databases.execute(
        SESSION,
        """
        insert into outbox
          (tenant, event_id, topic, record_key, sequence, headers, payload, created_at, sent_at)
        values ('north-clinic', gen_random_uuid(), ?, ?, ?, '{}', '{}',
          case when ? = 'a' then '2026-01-01T00:00:00Z'::timestamptz else clock_timestamp() end,
          clock_timestamp())
        """,
        TOPIC,
        patient,
        sequence,
        patient);
    return Long.parseLong(databases.rows(SESSION, "select max(position) from outbox").getFirst());
  }

  private static void otherTopic() throws SQLException {
    databases.execute(
        SESSION,
        """
        insert into outbox (tenant, event_id, topic, record_key, headers)
        values ('north-clinic', gen_random_uuid(), 'pt.profile.events.dlq.v1', 'a', '{}')
        """);
  }
}

package health.backstep.stack.seed;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.operation.MigratedDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyingTest {

  private static final UUID PATIENT = UUID.fromString("0198c0de-0000-7abc-8def-0123456789ab");
  private static final int COPIES = 3;
  private static final int WEEKS = 52;

  @TempDir static Path folder;

  private static final List<Integer> DONE = new ArrayList<>();
  private static MigratedDatabases databases;

  /** Two events with a state each, and one event between them. */
  @BeforeAll
  static void copyAPatient() throws Exception {
    databases = MigratedDatabases.in(folder);
    execute("insert into patient_home (patient_id, home) values (?, 'demo')", PATIENT);
    execute("insert into event_sequence values ('demo', ?, 3)", PATIENT);
    store("0198c0de-0001-7001-8001-00000000000%d", "pt.plan.events.v1", 1, false);
    store("0198c0de-0002-7001-8001-00000000000%d", "pt.plan.state.v1", 1, true);
    store("0198c0de-0003-7001-8001-00000000000%d", "pt.plan.events.v1", 2, false);
    store("0198c0de-0004-7001-8001-00000000000%d", "pt.plan.events.v1", 3, false);
    store("0198c0de-0005-7001-8001-00000000000%d", "pt.plan.state.v1", 3, true);
    try (Connection connection = databases.connect(PLAN)) {
      List<SeededTable> tables = SeededTables.of(connection);
      new Staging(connection).fill(tables, List.of(PATIENT), COPIES, 7, WEEKS);
      Copying copying = new Copying(connection, tables);
      copying.copy(1, COPIES, DONE::add);
      copying.vacuum();
      new Staging(connection).remove();
    }
  }

  @AfterAll
  static void stop() {
    databases.close();
  }

  @Test
  void finds_the_tables_with_patients_by_itself() throws SQLException {
    try (Connection connection = databases.connect(PLAN)) {
      assertThat(SeededTables.of(connection))
          .extracting(SeededTable::name)
          .contains("event_sequence", "inbox_event", "inbox_stream", "outbox", "patient_home")
          .doesNotContain("audit_line", "erased_patient");
    }
  }

  @Test
  void gives_each_copy_ids_of_its_own_wherever_they_stand() throws SQLException {
    assertThat(one("select count(distinct record_key) from outbox")).isEqualTo("4");
    assertThat(one("select count(*) - count(distinct event_id) from outbox")).isEqualTo("0");
    assertThat(one("select count(*) from patient_home where home = 'demo'")).isEqualTo("4");
    assertThat(one("select count(*) from event_sequence where last_sequence = 3")).isEqualTo("4");
    assertThat(
            one(
                """
                select count(*) from outbox
                where headers->>'ce_id' <> event_id::text or headers->>'ce_subject' <> record_key
                  or convert_from(payload, 'UTF8')::jsonb->>'patientId' <> record_key
                """))
        .isEqualTo("0");
    assertThat(DONE).containsExactly(COPIES);
  }

  @Test
  void leaves_out_what_lifetimes_would_have_removed_and_keeps_the_last_state() throws SQLException {
    assertThat(
            databases.rows(
                PLAN,
                """
                select sequence, state, sent_at > now() - interval '92 days', count(*) from outbox
                where record_key <> ? group by 1, 2, 3 order by 2
                """,
                PATIENT.toString()))
        .containsExactly("3|f|t|3", "3|t|t|3");
  }

  @Test
  void keeps_the_order_of_each_patients_records() throws SQLException {
    assertThat(
            one(
                """
                select count(*) from outbox a join outbox b using (record_key)
                where a.state and not b.state and a.sequence = b.sequence and a.position < b.position
                """))
        .isEqualTo("0");
  }

  @Test
  void takes_away_what_it_had_put_aside() throws SQLException {
    assertThat(one("select to_regnamespace('seed') is null")).isEqualTo("t");
  }

  private static void store(String id, String topic, int sequence, boolean state)
      throws SQLException {
    UUID event = UUID.fromString(id.formatted(sequence));
    execute(
        """
        insert into outbox
          (tenant, event_id, topic, record_key, sequence, headers, payload, sent_at, state)
        values ('demo', ?, ?, ?, ?, ?::jsonb, convert_to(?, 'UTF8'), clock_timestamp(), ?)
        """,
        event,
        topic,
        PATIENT.toString(),
        sequence,
        "{\"ce_id\": \"%s\", \"ce_subject\": \"%s\"}".formatted(event, PATIENT),
        "{\"patientId\": \"%s\"}".formatted(PATIENT),
        state);
  }

  private static void execute(String sql, Object... values) throws SQLException {
    databases.execute(PLAN, sql, values);
  }

  private static String one(String query) throws SQLException {
    return databases.rows(PLAN, query).getFirst();
  }
}

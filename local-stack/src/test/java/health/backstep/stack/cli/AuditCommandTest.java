package health.backstep.stack.cli;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.operation.MigratedDatabases;
import health.backstep.stack.platform.ServiceName;
import health.backstep.wire.audit.AuditEntry;
import health.backstep.wire.audit.AuditLine;
import health.backstep.wire.audit.ChainHead;
import health.backstep.wire.audit.ObjectIds;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chains that are tampered with by a superuser, as nobody else can. */
class AuditCommandTest {

  private static final UUID PATIENT = UUID.fromString("01a2009a-74c9-726b-9e00-5ca6ecb0fd6e");
  private static final String SALT = "5f1c0e7a9b3d4428a6c1f00d7e92b845";

  @TempDir static Path folder;

  private static MigratedDatabases databases;

  private ChainHead plan;

  @BeforeAll
  static void start() throws IOException, SQLException {
    databases = MigratedDatabases.in(folder);
  }

  @AfterAll
  static void stop() {
    databases.close();
  }

  @BeforeEach
  void chains() throws SQLException {
    for (ServiceName service : ServiceName.values()) {
      databases.execute(
          service, "truncate audit_line, audit_head, audit_anchor, audit_unlinked, patient_home");
      databases.execute(service, "insert into patient_home values (?, 'north-clinic')", PATIENT);
    }
    plan = chain(PLAN, "north-clinic", 6);
    chain(PLAN, "-", 2);
    chain(SESSION, "north-clinic", 3);
  }

  @Test
  void whole_chains_are_told_with_the_heads_to_keep() {
    Typed verify = audit("verify");

    assertThat(verify.exit()).as(verify.out()).isZero();
    assertThat(verify.out())
        .containsPattern("plan +north-clinic +whole: 6 lines, 0 of them with ids erased")
        .containsPattern("plan +- +whole: 2 lines")
        .containsPattern("session +north-clinic +whole: 3 lines")
        .contains("--head plan:north-clinic:6:" + plan.hash());
    assertThat(audit("verify", "--head", "plan:" + plan).exit()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "delete from audit_line where sequence = 3                              | 3 | is missing",
        "delete from audit_line where sequence = 1                              | 1 | is missing",
        "delete from audit_line where sequence > 4                              | 5 | is missing, with all behind it",
        "delete from audit_line                                                 | 1 | is missing, with all behind it",
        "update audit_line set status = 200 where sequence = 2                  | 2 | was changed",
        "update audit_line set client = 'somebody' where sequence = 2           | 2 | was changed",
        "update audit_line set client = null where sequence = 2                 | 2 | was changed",
        "update audit_line set at = at + interval '1 microsecond' where sequence = 6 | 6 | was changed",
        "update audit_line set chain = 'other' where sequence = 4               | 4 | is missing",
        "update audit_line set patient_id = gen_random_uuid() where sequence = 5 | 5 | other ids",
        "update audit_line set object_id = '9' where sequence = 5               | 5 | other ids",
        "update audit_line set salt = null where sequence = 5                   | 5 | other ids",
        "update audit_line set sequence = 13 - sequence where sequence in (2, 3); update audit_line set sequence = sequence - 8 where sequence > 9 | 2 | was changed",
        "insert into audit_line select 'north-clinic', 7, at, client, operation, object_type, null, null, null, digest, status, code, times, trace_id, hash, hash from audit_line where sequence = 6 | 7 | by hand",
        "update audit_head set sequence = 5                                     | 6 | added by hand",
        "update audit_head set hash = decode(repeat('00', 32), 'hex')           | 6 | is not the line that the head names",
        "delete from audit_head                                                 | 6 | head that should say so is missing",
      })
  void whatever_is_done_to_the_chain_is_found_and_the_line_named(
      String tampering, int line, String words) throws SQLException {
    databases.execute(PLAN, "delete from audit_line where chain = '-'");
    databases.execute(PLAN, "delete from audit_head where chain = '-'");

    databases.execute(PLAN, tampering);

    Typed verify = audit("verify");
    assertThat(verify.exit()).as(verify.out()).isEqualTo(1);
    assertThat(verify.out())
        .containsPattern("plan +north-clinic +BROKEN: line " + line + " .*" + words)
        .containsPattern("session +north-clinic +whole: 3 lines")
        .doesNotContain("Heads to keep");
    assertThat(audit("verify", "--service", "session").exit()).isZero();
  }

  @Test
  void an_end_that_is_cut_off_with_its_head_is_found_by_the_head_that_was_kept()
      throws SQLException {
    databases.execute(PLAN, "delete from audit_line where sequence = 6");
    databases.execute(
        PLAN,
        """
        update audit_head h set sequence = l.sequence, hash = l.hash
        from audit_line l where l.chain = h.chain and h.chain = 'north-clinic' and l.sequence = 5
        """);

    assertThat(audit("verify").exit()).isZero();
    Typed verify = audit("verify", "--head", "plan:" + plan);
    assertThat(verify.exit()).isEqualTo(1);
    assertThat(verify.out()).containsPattern("BROKEN: line 6 is missing: line 6 was the head");
  }

  @Test
  void a_chain_that_is_gone_altogether_is_found_by_the_head_that_was_kept() throws SQLException {
    databases.execute(PLAN, "truncate audit_line, audit_head");

    Typed verify = audit("verify", "--head", "plan:" + plan);

    assertThat(verify.exit()).isEqualTo(1);
    assertThat(verify.out()).containsPattern("plan +north-clinic +BROKEN: line 1 is missing");
  }

  @Test
  void lines_that_were_removed_for_their_age_leave_the_chain_whole() throws SQLException {
    String fourth =
        databases
            .rows(PLAN, "select encode(hash, 'hex') from audit_line where sequence = 4")
            .getFirst();
    assertThat(removeLines("2026-11-23T07:00:05Z", 2)).containsExactly("2");
    assertThat(removeLines("2026-11-23T07:00:05Z", 2)).containsExactly("2");
    assertThat(removeLines("2026-11-23T07:00:05Z", 2)).containsExactly("0");

    Typed verify = audit("verify", "--head", "plan:" + plan);
    assertThat(verify.exit()).as(verify.out()).isZero();
    assertThat(verify.out())
        .containsPattern("plan +north-clinic +whole: 2 lines, .*; the first 4 were removed")
        .contains("--head plan:north-clinic:6:" + plan.hash());
    assertThat(audit("verify", "--head", "plan:north-clinic:4:" + fourth).exit()).isZero();
    assertThat(audit("verify", "--head", "plan:north-clinic:4:" + plan.hash()).out())
        .containsPattern("BROKEN: line 4 was removed for its age, and is not the line");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "delete from audit_line where sequence = 5             | 5 | is missing",
        "update audit_line set status = 200 where sequence = 5 | 5 | was changed",
        "update audit_anchor set sequence = 3                  | 4 | is missing",
        "update audit_anchor set hash = decode('00', 'hex')    | 5 | does not follow the line before it",
        "delete from audit_anchor                              | 1 | is missing",
      })
  void what_is_done_to_a_chain_whose_old_lines_are_gone_is_found(
      String tampering, int line, String words) throws SQLException {
    databases.execute(PLAN, "delete from audit_line where chain = '-'");
    databases.execute(PLAN, "delete from audit_head where chain = '-'");
    removeLines("2026-11-23T07:00:05Z", 100);

    databases.execute(PLAN, tampering);

    assertThat(audit("verify").out())
        .containsPattern("plan +north-clinic +BROKEN: line " + line + " .*" + words);
  }

  @Test
  void a_chain_goes_on_after_all_its_lines_were_removed() throws SQLException {
    removeLines("2027-01-01T00:00:00Z", 100);

    Typed verify = audit("verify", "--head", "plan:" + plan);

    assertThat(verify.exit()).as(verify.out()).isZero();
    assertThat(verify.out())
        .containsPattern("plan +north-clinic +whole: 0 lines, .*; the first 6 were removed");
  }

  @Test
  void ids_that_are_erased_leave_the_chain_whole() throws SQLException {
    databases.execute(
        PLAN, "update audit_line set patient_id = null, object_id = null, salt = null");

    Typed verify = audit("verify", "--head", "plan:" + plan);

    assertThat(verify.exit()).as(verify.out()).isZero();
    assertThat(verify.out()).contains("whole: 6 lines, 6 of them with ids erased");
  }

  @Test
  void ids_of_patients_who_are_not_the_tenants_are_not_kept() throws SQLException {
    databases.execute(PLAN, "update patient_home set home = 'south-clinic'");
    chain(PLAN, "east-clinic", 1);

    assertThat(
            databases.rows(
                PLAN,
                "select count(patient_id), count(object_id), count(salt), count(digest) from audit_line where chain = 'east-clinic'"))
        .containsExactly("0|0|0|1");
    assertThat(audit("verify").exit()).isZero();
  }

  @Test
  void a_head_of_a_service_that_is_not_looked_at_is_refused() {
    Typed verify = audit("verify", "--service", "session", "--head", "plan:" + plan);

    assertThat(verify.exit()).isEqualTo(Backstep.USER_ERROR);
    assertThat(verify.err()).contains("is of a service that is not looked at");
    assertThat(audit("verify", "--head", "plan:x:1:00").err()).contains("is no head such as");
  }

  @Test
  void lines_that_are_not_linked_are_told() throws SQLException {
    databases.execute(
        SESSION,
        "insert into audit_unlinked (chain, at, status, times) values ('north-clinic', now(), 200, 1)");

    assertThat(audit("verify").out())
        .containsPattern("session +1 lines since .* are not linked yet");
  }

  @Test
  void the_latest_lines_are_shown_the_newest_last() {
    Typed list = audit("list", "--limit", "2", "--tenant", "north-clinic", "--service", "plan");

    assertThat(list.exit()).isZero();
    assertThat(list.out().lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("2026-11-23T07:00:06Z", "plan", "north-clinic", "app", "getPlan", "403")
        .contains("SCOPE_MISSING", "plans 7 of " + PATIENT);
  }

  /** As the services do it, in a chain that is years old by then. */
  private static List<String> removeLines(String before, int most) throws SQLException {
    databases.execute(PLAN, "update audit_line set at = at - interval '10 years'");
    try {
      return databases.rows(
          PLAN,
          "select remove_audit_lines('north-clinic', ?::timestamptz - interval '10 years', ?)",
          before,
          most);
    } finally {
      databases.execute(PLAN, "update audit_line set at = at + interval '10 years'");
    }
  }

  private static Typed audit(String... words) {
    String[] typed = new String[words.length + 1];
    typed[0] = "audit";
    System.arraycopy(words, 0, typed, 1, words.length);
    return Typed.at(databases.data(), typed);
  }

  /** Of so many lines, as the services write them. */
  private static ChainHead chain(ServiceName service, String chain, int length)
      throws SQLException {
    ChainHead end = ChainHead.beginning(chain);
    ObjectIds ids = new ObjectIds(PATIENT, "7", SALT);
    for (int i = 1; i <= length; i++) {
      AuditEntry entry =
          new AuditEntry(
              Instant.parse("2026-11-23T07:00:00Z").plusSeconds(i),
              "app",
              "getPlan",
              "plans",
              ids.digest(),
              403,
              "SCOPE_MISSING",
              1,
              null);
      AuditLine line = AuditLine.after(end, entry);
      end = line.head();
      databases.execute(
          service,
          """
          insert into audit_line (chain, sequence, at, client, operation, object_type, patient_id,
            object_id, salt, digest, status, code, times, previous, hash)
          values (?, ?, ?, 'app', 'getPlan', 'plans', ?, '7', decode(?, 'hex'), decode(?, 'hex'),
            403, 'SCOPE_MISSING', 1, decode(?, 'hex'), decode(?, 'hex'))
          """,
          chain,
          i,
          entry.at().atOffset(ZoneOffset.UTC),
          PATIENT,
          SALT,
          ids.digest(),
          line.previous(),
          line.hash());
    }
    databases.execute(
        service,
        "insert into audit_head values (?, ?, decode(?, 'hex'))",
        chain,
        end.sequence(),
        end.hash());
    return end;
  }
}

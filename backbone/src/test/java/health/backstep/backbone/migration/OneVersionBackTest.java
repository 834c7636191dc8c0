package health.backstep.backbone.migration;

import static health.backstep.backbone.migration.Breach.DROPPED_OF_A_TABLE;
import static health.backstep.backbone.migration.Breach.NEW_CONSTRAINT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The version before works on with each migration: beside the new one while that comes, and after a
 * way back. What it does without goes one version later, with a line that says since when: {@code
 * -- unused since V1025: the number is in "change"}, or for a constraint {@code -- kept since
 * V1025}.
 */
class OneVersionBackTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> FOLDERS =
      List.of(
          "backbone/src/main/resources/db/backbone",
          "profile-service/src/main/resources/db/migration",
          "plan-service/src/main/resources/db/migration",
          "session-service/src/main/resources/db/migration");

  /**
   * From before this was held. V0024 puts another key onto a table of which nobody names the key in
   * a write, and both columns always had a value. V1020 allows one state more, which the version
   * before cannot read: it fails to list a webhook's deliveries that have expired.
   */
  private static final Map<String, List<Breach>> FROM_BEFORE =
      Map.of(
          "V0024__lifetimes.sql",
          List.of(DROPPED_OF_A_TABLE, NEW_CONSTRAINT),
          "V1020__webhooks_that_were_disabled_for_long.sql",
          List.of(DROPPED_OF_A_TABLE, NEW_CONSTRAINT));

  @Test
  void everyMigrationLeavesTheVersionBeforeAtWork() {
    Map<String, List<Breach>> breaches = new TreeMap<>();
    for (String folder : FOLDERS) {
      List<Migration> migrations = Migration.in(REPOSITORY.resolve(folder));
      assertThat(migrations).as(folder).isNotEmpty();
      migrations.stream()
          .filter(migration -> !migration.breaches().isEmpty())
          .forEach(migration -> breaches.put(migration.name(), migration.breaches()));
    }

    assertThat(breaches).isEqualTo(FROM_BEFORE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drop table change_feed | DROPPED",
        "drop function home_of(uuid) | DROPPED",
        "ALTER TABLE outbox DROP COLUMN state | DROPPED_OF_A_TABLE",
        "alter table outbox alter column state drop default | DROPPED_OF_A_TABLE",
        "alter table outbox rename column state to kind | RENAMED",
        "alter table outbox rename to sent_event | RENAMED",
        "alter table patient alter column birth_year type smallint | OTHER_TYPE",
        "alter table outbox alter payload set not null | NOT_NULL",
        "alter table outbox add column a text, add column b text not null | NEW_COLUMN_TO_FILL",
        "alter table outbox add column a numeric(9,2) not null | NEW_COLUMN_TO_FILL",
        "alter table outbox add constraint few check (sequence < 9) not valid | NEW_CONSTRAINT",
        "alter table outbox add unique (event_id) | NEW_CONSTRAINT",
        "create unique index outbox_event on outbox (event_id) | NEW_UNIQUE_INDEX",
        "revoke select on outbox from ${relay_role} | TAKEN_RIGHT",
        "drop policy relay on outbox | TAKEN_RIGHT",
      })
  void whatTheVersionBeforeMayNeedIsFound(String sql, Breach breach) {
    assertThat(migration("create index a on b (c);\n" + sql + ";").breaches())
        .containsExactly(breach);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table outbox add column kind text, add column parts integer not null default 1",
        "alter table operation add column id bigint generated always as identity primary key",
        "create table a (b text not null unique); alter table a add check (b > 0)",
        "create table a (b text); create unique index a_b on a (b)",
        "create index outbox_event on outbox (event_id)",
        "-- drop table outbox\ngrant select on outbox to ${relay_role}",
        "create function f() returns void language sql as $$ drop table outbox; $$",
        "comment on table outbox is 'not; drop table outbox'",
        "revoke all on function f() from public",
      })
  void whatOnlyAddsIsNone(String sql) {
    assertThat(migration(sql).breaches()).isEmpty();
  }

  @Test
  void whatAnEarlierMigrationHasMadeNeedlessMayGo() {
    String sql = "%s\nalter table outbox drop column state;";

    assertThat(migration(sql.formatted("-- unused since V1020: topics say it")).breaches())
        .isEmpty();
    assertThat(migration(sql.formatted("-- unused since V1021: topics say it")).breaches())
        .as("a migration that is not there, or comes later")
        .containsExactly(DROPPED_OF_A_TABLE);
    assertThat(migration("-- unused since V1020\nselect 1;" + sql.formatted("")).breaches())
        .as("said of another statement")
        .containsExactly(DROPPED_OF_A_TABLE);
  }

  private static Migration migration(String sql) {
    return new Migration("V1025__planted.sql", sql, Set.of(1001, 1020));
  }
}

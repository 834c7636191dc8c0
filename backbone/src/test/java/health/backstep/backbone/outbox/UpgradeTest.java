package health.backstep.backbone.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database that was at work before the second version keeps what it knows. */
class UpgradeTest {

  private static final String DATABASE = "upgraded";

  private static final String BEFORE =
      """
      insert into outbox (tenant, event_id, topic, record_key, sequence, headers)
      values ('north', gen_random_uuid(), 'pt.plan.state.v1', 'state', 1, '{}'),
             ('south', gen_random_uuid(), 'pt.plan.events.v1', 'event', 1, '{}');
      insert into event_sequence (tenant, patient_id, last_sequence)
      values ('north', '00000000-0000-7000-8000-000000000001', 1);
      insert into inbox_stream (tenant, source, patient_id, last_sequence)
      values ('forged', '/x', '00000000-0000-7000-8000-000000000001', 9),
             ('south', '/x', '00000000-0000-7000-8000-000000000002', 3),
             ('south', '/y', '00000000-0000-7000-8000-000000000002', 1),
             ('forged', '/x', '00000000-0000-7000-8000-000000000002', 1)
      """;

  @BeforeAll
  static void aDatabaseOfTheFirstVersionWithRows() throws SQLException {
    try (Connection server = Ground.superuser("postgres");
        Statement create = server.createStatement()) {
      create.execute(
          "create database %s owner %s".formatted(DATABASE, ServiceName.PROFILE.ownerRole()));
    }
    Ground.migrate(DATABASE, "1");
    try (Connection database = Ground.superuser(DATABASE);
        Statement insert = database.createStatement()) {
      insert.execute(BEFORE);
    }
    Ground.migrate(DATABASE, "latest");
  }

  @Test
  void storedStatesAreKnownAsStatesAndOutliveTheRetention() throws SQLException {
    assertThat(column("select record_key || ' ' || state from outbox order by 1"))
        .containsExactly("event false", "state true");
  }

  @Test
  void patientsAreAtHomeWhereTheirEventsWereDecidedOrMostlyCameFrom() throws SQLException {
    assertThat(
            column("select right(patient_id::text, 1) || ' ' || home from patient_home order by 1"))
        .containsExactly("1 north", "2 south");
  }

  @Test
  void everyTablesWallStandsAgain() throws SQLException {
    assertThat(
            column(
                """
                select relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where relkind = 'r' and relnamespace = 'public'::regnamespace
                  and attname = 'tenant' and not (relrowsecurity and relforcerowsecurity)
                """))
        .isEmpty();
  }

  private static List<String> column(String sql) throws SQLException {
    try (Connection database = Ground.superuser(DATABASE);
        Statement query = database.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}

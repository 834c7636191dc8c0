package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.StackResource;
import health.backstep.backbone.testing.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tenants are kept apart by the database alone, in each table of plan-service. */
@PlanComponentTest
class TenantWallTest {

  private static final Partner OWN = new Partner("plan-wall-own");
  private static final Partner OTHER = new Partner("plan-wall-other");
  private static final List<String> TABLES =
      List.of(
          "patient_course",
          "history_event",
          "plan_version",
          "change",
          "change_feed",
          "due_course",
          "due_item");

  /** Tables that the service can reach without a wall. */
  private static final String UNWALLED =
      """
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and c.relname <> 'flyway_schema_history'
        and has_table_privilege('plan_app', c.oid, 'select, insert, update, delete')
        and not (c.relrowsecurity and c.relforcerowsecurity)
      """;

  @BeforeEach
  void rowsOfBothTenants() {
    for (Partner partner : List.of(OWN, OTHER)) {
      Patient patient = Patient.withPlan(partner);
      patient.dueAfter(patient.trained(Uuid7.next(), Instant.now()));
      new Feed(partner).next("");
    }
  }

  @Test
  void everyTableStandsBehindTheWall() {
    assertThat(Stored.column(UNWALLED)).isEmpty();
    assertThat(Stored.tables()).containsAll(TABLES);
  }

  @Test
  void withATenantOnlyItsOwnRowsAreSeenAndWithoutOneNone() throws SQLException {
    try (Connection service = StackResource.asTheService()) {
      for (String table : TABLES) {
        String tenants = "select distinct tenant from " + table;
        assertThat(Stored.column(service, tenants)).as(table).isEmpty();
      }
      Stored.column(service, "select set_config('backstep.tenant', ?, false)", OWN.tenant());
      for (String table : TABLES) {
        String tenants = "select distinct tenant from " + table;
        assertThat(Stored.column(service, tenants)).as(table).containsExactly(OWN.tenant());
      }
    }
  }
}

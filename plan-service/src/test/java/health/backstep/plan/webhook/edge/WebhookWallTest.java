package health.backstep.plan.webhook.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.StackResource;
import health.backstep.backbone.testing.Stored;
import health.backstep.plan.edge.PlanComponentTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks of one tenant are out of another's reach by the database alone. */
@PlanComponentTest
class WebhookWallTest {

  private static final Partner OWN = new Partner("hook-wall-own");
  private static final Partner OTHER = new Partner("hook-wall-other");

  private static final List<String> TABLES =
      List.of(
          "webhook_endpoint",
          "webhook_progress",
          "webhook_secret",
          "webhook_delivery",
          "webhook_attempt",
          "webhook_replay");

  /** Tables that the service can reach without a wall, and tables that it owns. */
  private static final String UNWALLED =
      """
      select c.relname from pg_class c join pg_roles o on o.oid = c.relowner
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and c.relname <> 'flyway_schema_history'
        and (has_table_privilege('plan_app', c.oid, 'select, insert, update, delete')
             or o.rolname <> 'plan_owner')
        and not (c.relkind in ('r', 'p') and c.relrowsecurity and c.relforcerowsecurity
                 and o.rolname = 'plan_owner')
      """;

  @Inject Parts parts;

  @BeforeEach
  void rowsOfBothTenantsInEveryTable() throws IOException {
    for (Partner partner : List.of(OWN, OTHER)) {
      try (Receiver receiver = new Receiver();
          Instance instance = new Instance(parts, new Instance.Ahead())) {
        Hook hook = Hook.at(partner, receiver.url());
        hook.post("/replays", "{\"fromNumber\": 1}").then().statusCode(202);
        hook.post("/test").then().statusCode(202);
        instance.round(partner.tenant());
      }
    }
  }

  @Test
  void everyTableOfThePlansStandsBehindTheWall() {
    assertThat(Stored.column(UNWALLED)).isEmpty();
    assertThat(Stored.tables()).containsAll(TABLES);
  }

  @Test
  void onlyTheTransactionsOwnTenantIsSeenAndWritten() throws SQLException {
    try (Connection service = StackResource.asTheService()) {
      for (String table : TABLES) {
        assertThat(tenantsIn(service, table)).as(table).isEmpty();
      }
      Stored.column(service, "select set_config('backstep.tenant', ?, false)", OWN.tenant());
      for (String table : TABLES) {
        assertThat(tenantsIn(service, table)).as(table).containsExactly(OWN.tenant());
        assertThatThrownBy(
                () -> Stored.column(service, "update " + table + " set tenant = ?", OTHER.tenant()))
            .as(table)
            .hasMessageContaining("row-level security");
      }
    }
  }

  @Test
  void whoFindsWorkForAllTenantsSeesNeitherTargetsNorMessagesNorSecrets() throws SQLException {
    try (Connection relay = parts.overview.connect()) {
      assertThat(Stored.column(relay, "select distinct tenant from webhook_delivery"))
          .contains(OWN.tenant(), OTHER.tenant());
      for (String hidden :
          List.of(
              "url from webhook_endpoint",
              "body from webhook_delivery",
              "message_id from webhook_delivery",
              "patient_id from webhook_delivery",
              "sealed from webhook_secret",
              "outcome from webhook_attempt")) {
        assertThatThrownBy(() -> Stored.column(relay, "select " + hidden))
            .as(hidden)
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(() -> Stored.column(relay, "delete from webhook_delivery returning 1"))
          .hasMessageContaining("permission denied");
    }
  }

  private static List<String> tenantsIn(Connection service, String table) throws SQLException {
    return Stored.column(service, "select distinct tenant from " + table);
  }
}

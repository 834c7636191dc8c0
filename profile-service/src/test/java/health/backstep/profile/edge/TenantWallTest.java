package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.backbone.erasure.PatientErased;
import health.backstep.backbone.testing.Erased;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.backbone.testing.StackResource;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tenants are kept apart twice: by the service, and by the database alone. */
@ProfileComponentTest
class TenantWallTest {

  private static final Partner OWN = new Partner("wall-own");
  private static final Partner OTHER = new Partner("wall-other");

  /** Tables that the service can reach without a wall, and tables that it owns. */
  private static final String UNWALLED =
      """
      select c.relname from pg_class c join pg_roles o on o.oid = c.relowner
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and c.relname <> 'flyway_schema_history'
        and (has_table_privilege('profile_app', c.oid, 'select, insert, update, delete')
             or o.rolname <> 'profile_owner')
        and not (c.relkind in ('r', 'p') and c.relrowsecurity and c.relforcerowsecurity
                 and o.rolname = 'profile_owner')
      """;

  private static final Map<Partner, UUID> ERASED = new ConcurrentHashMap<>();

  private Patient other;

  @BeforeEach
  void rowsOfBothTenantsInEveryTable() {
    withARowInEveryTable(OWN);
    other = withARowInEveryTable(OTHER);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET, ''",
    "PUT, ''",
    "DELETE, ''",
    "GET, /clearance",
    "PUT, /clearance",
    "GET, /assessments",
    "GET, /outcomes",
    "POST, /assessments",
  })
  void anotherTenantsPatientIsNotThere(String method, String rest) {
    String body =
        switch (rest) {
          case "/clearance" -> Requests.clearance("CLEARED").toString();
          case "/assessments" -> Requests.assessment().toString();
          default -> Requests.patient().toString();
        };

    Refusal.of(
        OTHER.tenant(),
        () ->
            OWN.request()
                .header("If-Match", "*")
                .body(body)
                .request(method, "/v1/patients/" + other.id() + rest),
        404,
        "PATIENT_NOT_FOUND");
  }

  @Test
  void everyTableStandsBehindTheWallAndBelongsToNobodyAtWork() {
    assertThat(Stored.column(UNWALLED)).isEmpty();
    assertThat(Stored.tables()).contains("patient", "outbox", "idempotency");
  }

  @Test
  void aTableWithoutAWallIsFound() {
    Stored.alter("create table forgotten (tenant text)");
    try {
      assertThat(Stored.column(UNWALLED)).containsExactly("forgotten");
    } finally {
      Stored.alter("drop table forgotten");
    }
  }

  @Test
  void theServicesRoleHasNoWayAroundTheWall() {
    assertThat(
            Stored.column(
                """
                select rolname from pg_roles
                where rolname in ('profile_app', 'profile_relay', 'profile_owner')
                  and (rolsuper or rolbypassrls or rolcreaterole)
                """))
        .isEmpty();
  }

  @Test
  void withoutATenantNoRowIsSeen() throws SQLException {
    try (Connection service = StackResource.asTheService()) {
      for (String table : Stored.tables()) {
        assertThat(tenantsIn(service, table)).as(table).isEmpty();
      }
    }
  }

  @Test
  void withATenantOnlyItsOwnRowsAreSeen() throws SQLException {
    try (Connection service = StackResource.asTheService()) {
      enter(service, OWN);
      for (String table : Stored.tables()) {
        assertThat(tenantsIn(service, table)).as(table).containsExactly(OWN.tenant());
      }
    }
  }

  @Test
  void noRowIsWrittenForAnotherTenant() throws SQLException {
    try (Connection service = StackResource.asTheService()) {
      for (String table : Stored.tables()) {
        enter(service, OWN);
        String copy =
            "insert into %1$s overriding system value select (jsonb_populate_record(t, ?::jsonb)).* from %1$s t"
                .formatted(table);
        assertThatThrownBy(
                () -> Stored.column(service, copy, "{\"tenant\": \"" + OTHER.tenant() + "\"}"))
            .as(table)
            .hasMessageContaining("row-level security");
      }
    }
  }

  @Test
  void noRowIsGivenAwayToAnotherTenant() throws SQLException {
    try (Connection service = StackResource.asTheService()) {
      for (String table : Stored.tables()) {
        enter(service, OWN);
        assertThatThrownBy(
                () -> Stored.column(service, "update " + table + " set tenant = ?", OTHER.tenant()))
            .as(table)
            .hasMessageContaining("row-level security");
      }
    }
  }

  /** One for each tenant, whose erasure is at its end and changes no row any more. */
  private static UUID erasedPatient(Partner partner) {
    Patient erased = Patient.of(partner);
    partner.request().delete(erased.path("")).then().statusCode(202);
    Erased.leavesNothing(erased.id(), PatientErased.TYPE);
    return erased.id();
  }

  private static void enter(Connection service, Partner partner) throws SQLException {
    Stored.column(service, "select set_config('backstep.tenant', ?, false)", partner.tenant());
  }

  private static List<String> tenantsIn(Connection service, String table) throws SQLException {
    return Stored.column(service, "select distinct tenant from " + table);
  }

  private static Patient withARowInEveryTable(Partner partner) {
    ERASED.computeIfAbsent(partner, TenantWallTest::erasedPatient);
    Patient patient = Patient.cleared(partner);
    Stored.alter(
        "insert into patient_clock values ('%s', '%s', now(), '%2$s')"
            .formatted(partner.tenant(), patient.id()));
    partner
        .request()
        .header("Idempotency-Key", patient.id())
        .body(Requests.assessment().toString())
        .post(patient.path("/assessments"))
        .then()
        .statusCode(201);
    Wire.send(SessionEvents.TOPIC, SessionEvents.unknownType(partner.tenant(), patient.id(), 1));
    Wire.send(SessionEvents.TOPIC, SessionEvents.redFlag(partner.tenant(), patient.id(), 2, "{"));
    Wire.send(SessionEvents.TOPIC, SessionEvents.unknownType(partner.tenant(), patient.id(), 4));
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(Stored.tables())
                    .allSatisfy(
                        table ->
                            assertThat(
                                    Stored.column(
                                        "select tenant from " + table + " where tenant = ?",
                                        partner.tenant()))
                                .as(table)
                                .isNotEmpty()));
    return patient;
  }
}

package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.backbone.testing.StackResource;
import health.backstep.backbone.testing.Stored;
import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database alone keeps the service's roles from doing with the audit log. */
@ProfileComponentTest
class AuditWallTest {

  private final AuditedPartner own = AuditedPartner.make();
  private final AuditedPartner other = AuditedPartner.make();
  private UUID othersPatient;

  @BeforeEach
  void linesOfBoth() {
    Patient.of(own.partner());
    othersPatient = Patient.of(other.partner()).id();
    own.lines(1);
    other.lines(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_line set status = 200",
        "update audit_line set patient_id = null",
        "delete from audit_line",
        "truncate audit_line",
        "insert into audit_line select * from audit_line",
        "update audit_unlinked set status = 200",
        "delete from audit_unlinked",
        "truncate audit_unlinked",
        "select from audit_unlinked",
        "select from audit_head",
        "update audit_head set sequence = 0",
        "delete from audit_head",
        "select from audit_anchor",
        "update audit_anchor set sequence = 0",
        "delete from audit_anchor",
        "select remove_audit_lines('-', now() - interval '10 years', 1)",
        "alter table audit_line disable row level security",
        "drop table audit_line",
      })
  void theRoleAtWorkCanOnlyAddAndRead(String statement) throws SQLException {
    try (Connection service = asTenant(own)) {
      assertThatThrownBy(() -> run(service, statement))
          .as(statement)
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_line set status = 200",
        "update audit_line set patient_id = null",
        "delete from audit_line",
        "truncate audit_line",
        "select client from audit_line",
        "delete from audit_head",
        "select forget_in_audit(gen_random_uuid(), 1)",
        "select from audit_anchor",
        "update audit_anchor set sequence = 0",
        "delete from audit_anchor",
      })
  void theRoleThatLinksCanChangeNoLineAndReadNone(String statement) throws SQLException {
    try (Connection relay =
        StackResource.stack()
            .postgres()
            .connect(ServiceName.PROFILE.database(), ServiceName.PROFILE.relayRole())) {
      assertThatThrownBy(() -> run(relay, statement))
          .as(statement)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void noLineIsRemovedThatIsNotAYearOldWhoeverAsks() throws SQLException {
    try (Connection relay =
        StackResource.stack()
            .postgres()
            .connect(ServiceName.PROFILE.database(), ServiceName.PROFILE.relayRole())) {
      assertThatThrownBy(
              () ->
                  run(
                      relay,
                      "select remove_audit_lines('%s', now() - interval '364 days', 100)"
                          .formatted(own.tenant())))
          .hasMessageContaining("lines of the audit log stay for a year at least");
      assertThat(
              Stored.column(
                  relay,
                  "select remove_audit_lines(?, now() - interval '366 days', 100)",
                  own.tenant()))
          .containsExactly("0");
    }
  }

  @Test
  void onlyOnesOwnChainIsSeenAndAddedTo() throws SQLException {
    try (Connection service = StackResource.asTheService()) {
      assertThat(Stored.column(service, "select chain from audit_line")).isEmpty();
    }
    try (Connection service = asTenant(own)) {
      assertThat(Stored.column(service, "select distinct chain from audit_line"))
          .containsExactly(own.tenant());
      for (String chain : List.of(other.tenant(), "-")) {
        assertThatThrownBy(
                () ->
                    run(
                        service,
                        "insert into audit_unlinked (chain, at, status, times) values ('%s', now(), 200, 1)"
                            .formatted(chain)))
            .hasMessageContaining("row-level security");
      }
    }
  }

  @Test
  void nobodyTakesIdsOutOfAnotherTenantsLines() throws SQLException {
    try (Connection service = asTenant(own)) {
      Stored.column(service, "select forget_in_audit(?, 100)", othersPatient);
    }

    assertThat(Stored.column("select chain from audit_line where patient_id = ?", othersPatient))
        .contains(other.tenant());
  }

  @Test
  void theIdsOfAPatientWhoWasNotErasedStay() throws SQLException {
    try (Connection service = asTenant(other)) {
      assertThat(Stored.column(service, "select forget_in_audit(?, 100)", othersPatient))
          .containsExactly("0");
    }

    assertThat(Stored.column("select chain from audit_line where patient_id = ?", othersPatient))
        .contains(other.tenant());
  }

  private static Connection asTenant(AuditedPartner partner) throws SQLException {
    Connection service = StackResource.asTheService();
    Stored.column(service, "select set_config('backstep.tenant', ?, false)", partner.tenant());
    return service;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}

package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.StackResource;
import health.backstep.rules.RuleSet;
import health.backstep.stack.cli.Backstep;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.replay.PlanDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the service has stored is made again from its events, by the commands that operators use.
 */
@PlanComponentTest
class StoredPlansTest {

  private static final String CURRENT = RuleSet.current().version();

  private final Partner partner = new Partner("replay-clinic");
  private final StringWriter out = new StringWriter();

  @Test
  void everyEventNamesTheRuleSetThatItWasFoldedUnder() throws SQLException {
    Patient patient = flaredAndSettled();

    assertThat(
            column(
                "select distinct ruleset_version from history_event where patient_id = ?", patient))
        .containsExactly(CURRENT);
  }

  @Test
  void storedPlansAreEqualToWhatTheirEventsGive() {
    Patient patient = flaredAndSettled();

    assertThat(replay(patient)).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains("Patients 1, events 5, stored plan versions 3.")
        .contains("All 3 equal.");
  }

  @Test
  void aTamperedDigestIsFoundWithItsVersionAndItsEvent() throws SQLException {
    Patient patient = new Patient(partner);
    patient.recorded();
    patient.cleared();
    patient.planAfter(patient.assessed());
    EventEnvelope flare = patient.flare("MODERATE", "bridge");
    patient.planAfter(flare);
    String digest =
        column("select digest from plan_version where patient_id = ? and version = 2", patient)
            .getFirst();

    change(
        "update plan_version set digest = 'tampered' where patient_id = ? and version = 2",
        patient);
    try {
      assertThat(replay(patient)).isEqualTo(1);
    } finally {
      change(
          "update plan_version set digest = '" + digest + "' where patient_id = ? and version = 2",
          patient);
    }

    assertThat(out.toString())
        .contains("1 of them differ, of 1 patients:")
        .contains("patient " + patient.id() + ", version 2, after event " + flare.id())
        .contains("digest: stored tampered, replayed " + digest)
        .contains("its digest was changed, not the plan");
  }

  @Test
  void aTamperedPlanIsFoundAndTheFieldIsNamed() throws SQLException {
    Patient patient = flaredAndSettled();

    change(tampering("\"regressed\":true", "\"regressed\":false"), patient);
    try {
      assertThat(replay(patient)).isEqualTo(1);
    } finally {
      change(tampering("\"regressed\":false", "\"regressed\":true"), patient);
    }

    assertThat(out.toString())
        .contains("version 2")
        .contains("the digest is equal: the stored document was changed")
        .contains("regressed: stored false, replayed true");
  }

  @Test
  void everythingThatTheServiceHasStoredIsEqual() {
    flaredAndSettled();

    assertThat(run(new StringWriter(), "replay", "--check")).as(out.toString()).isZero();
    assertThat(out.toString()).doesNotContain("Patients 0").contains(" equal.");
  }

  @Test
  void aRoleThatSeesOneTenantOnlyIsRefusedBecauseItWouldFindNothingWrong() throws SQLException {
    Connection asTheService = StackResource.asTheService();

    assertThatThrownBy(() -> PlanDatabase.on(asTheService))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("sees one tenant's rows only");
    assertThat(asTheService.isClosed()).isTrue();
  }

  @Test
  void whatIsReadCannotBeWritten() throws SQLException {
    Connection connection = StackResource.behindTheWall();
    try (PlanDatabase database = PlanDatabase.on(connection);
        PreparedStatement writing = connection.prepareStatement("delete from plan_version")) {
      assertThat(database.count(Optional.empty())).isNotNegative();
      assertThatThrownBy(writing::executeUpdate).hasMessageContaining("read-only transaction");
    }
  }

  @Test
  void aPatientOfWhomNothingIsStoredIsToldSo() {
    StringWriter err = new StringWriter();
    UUID unknown = Uuid7.next();

    assertThat(run(err, "replay", "--check", "--patient", unknown.toString()))
        .isEqualTo(Backstep.USER_ERROR);
    assertThat(err.toString()).contains("No plan of patient " + unknown + " is stored there.");
  }

  @Test
  void anotherRuleSetIsComparedOnWhatIsStored(@TempDir Path folder) throws IOException {
    Patient patient = flaredAndSettled();
    Path file = folder.resolve("half-the-dose.yaml");
    String yaml = shippedFile();
    Files.writeString(file, yaml.replace("dosePercentLess: 30", "dosePercentLess: 50"));

    assertThat(run(new StringWriter(), "ruleset", "compare", CURRENT, file.toString())).isZero();
    assertThat(out.toString())
        .contains("Patients who would have seen another plan: ")
        .contains("RG-MODERATE")
        .contains("version 2, after pt.session.pain-flare-reported.v1 (RG-MODERATE)")
        .contains("Limit: the events are taken as they were.");
    assertThat(patient.id()).isNotNull();
  }

  @Test
  void aRuleSetComparedWithItselfChangesNothing() {
    flaredAndSettled();

    assertThat(run(new StringWriter(), "ruleset", "compare", CURRENT, CURRENT, "--json")).isZero();
    assertThat(out.toString())
        .contains("\"patientsDiffering\" : 0")
        .contains("\"versionsDiffering\" : 0")
        .doesNotContain("\"patients\" : 0");
  }

  private Patient flaredAndSettled() {
    Patient patient = Patient.withPlan(partner);
    UUID flareId = Uuid7.next();
    patient.planAfter(patient.flare(flareId, "MODERATE", "bridge"));
    patient.planAfter(patient.settled(flareId));
    return patient;
  }

  private int replay(Patient patient) {
    return run(new StringWriter(), "replay", "--check", "--patient", patient.id().toString());
  }

  private int run(StringWriter err, String... typed) {
    List<String> words = new ArrayList<>(List.of(typed));
    words.addAll(List.of("--data", StackResource.stack().data().root().toString()));
    return Backstep.run(
        new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
  }

  private static String tampering(String was, String now) {
    return "update plan_version set document = replace(document, '%s', '%s') where patient_id = ? and version = 2"
        .formatted(was, now);
  }

  private static void change(String update, Patient patient) throws SQLException {
    try (Connection database = StackResource.behindTheWall();
        PreparedStatement statement = database.prepareStatement(update)) {
      statement.setObject(1, patient.id());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static List<String> column(String query, Patient patient) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection database = StackResource.behindTheWall();
        PreparedStatement statement = database.prepareStatement(query)) {
      statement.setObject(1, patient.id());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          values.add(row.getString(1));
        }
      }
    }
    return values;
  }

  private static String shippedFile() throws IOException {
    String file = "/rulesets/ruleset-" + CURRENT + ".yaml";
    try (InputStream in = RuleSet.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

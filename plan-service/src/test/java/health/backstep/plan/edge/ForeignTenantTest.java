package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.StackResource;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A record that names another tenant than its patient's is put aside, and nothing comes of it. */
@PlanComponentTest
class ForeignTenantTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Partner own = partner();
  private final Partner other = partner();

  @Test
  void aForeignFlareStepsNobodysPlanBack() {
    Patient patient = Patient.withPlan(own);
    Map<String, String> before = Stored.of(other.tenant());

    Wire.send(Patient.SESSION, forged(patient, patient.unsentFlare(1, "SEVERE", "bridge")));
    isPutAside(patient.id(), 1);

    plan(own, patient.id(), 200);
    plan(other, patient.id(), 404);
    assertThat(versions(patient.id())).containsExactly(own.tenant() + " 1");
    assertThat(Stored.of(other.tenant())).isEqualTo(before);

    patient.planAfter(patient.flare("MODERATE", "bridge"));
    assertThat(versions(patient.id())).containsExactly(own.tenant() + " 1", own.tenant() + " 2");
  }

  @Test
  void aForeignHistoryMakesNoSecondPatient() {
    Patient patient = Patient.withPlan(own);
    Map<String, String> before = Stored.of(other.tenant());

    Patient claimed = patient.asToldBy(other);
    claimed.recorded();
    claimed.cleared();
    claimed.assessed();
    isPutAside(patient.id(), 3);

    plan(other, patient.id(), 404);
    assertThat(Stored.of(other.tenant())).isEqualTo(before);
    assertThat(versions(patient.id())).containsExactly(own.tenant() + " 1");
  }

  @Test
  void aForeignRecordInTheMiddleOfAPollKeepsNoOtherWaiting() {
    Patient patient = Patient.withPlan(own);
    Patient others = Patient.withPlan(other);
    List<EventEnvelope> together = new ArrayList<>();
    together.add(others.unsentFlare(1, "MILD", "bridge"));
    together.add(forged(patient, patient.unsentFlare(1, "SEVERE", "bridge")));
    together.add(patient.unsentFlare(1, "MODERATE", "bridge"));

    Wire.sendTogether(Patient.SESSION, together);

    isPutAside(patient.id(), 1);
    patient.planAfter(together.getLast());
    others.planAfter(together.getFirst());
    assertThat(versions(patient.id())).containsExactly(own.tenant() + " 1", own.tenant() + " 2");
  }

  @Test
  void theDatabaseTellsATenantOnlyOfItsOwnPatients() throws SQLException {
    UUID patient = Patient.withPlan(own).id();
    UUID nobody = UUID.randomUUID();
    try (Connection service = StackResource.asTheService()) {
      assertThat(home(service, patient)).isEmpty();
      as(service, other);
      assertThat(home(service, patient)).isEmpty();
      assertThat(Stored.column(service, "select is_home(?, ?)", patient, own.tenant()))
          .containsExactly("f");
      assertThat(Stored.column(service, "select is_home(?, ?)", nobody, own.tenant()))
          .containsExactly("f");
      as(service, own);
      assertThat(home(service, patient)).isEqualTo(own.tenant());
    }
    assertThat(Stored.column("select home from patient_home where patient_id = ?", nobody))
        .isEmpty();
  }

  private EventEnvelope forged(Patient patient, EventEnvelope event) {
    return Wire.event(
        event.source(),
        event.type(),
        other.tenant(),
        patient.id(),
        event.sequence(),
        new String(event.data(), StandardCharsets.UTF_8));
  }

  private static void isPutAside(UUID patient, int times) {
    await().atMost(PATIENCE).until(() -> column("cause", patient).size() == times);
    assertThat(column("cause", patient)).containsOnly("FOREIGN_TENANT");
    assertThat(column("tenant", patient)).containsOnly("unknown");
  }

  private static List<String> column(String name, UUID patient) {
    return Stored.column(
        "select " + name + " from dead_letter where record_key = ?", patient.toString());
  }

  private static List<String> versions(UUID patient) {
    return Stored.column(
        "select tenant || ' ' || version from plan_version where patient_id = ? order by version",
        patient);
  }

  private static void plan(Partner partner, UUID patient, int status) {
    partner.request().get("/v1/patients/" + patient + "/plan").then().statusCode(status);
  }

  private static String home(Connection service, UUID patient) throws SQLException {
    return Stored.column(service, "select home_of(?)", patient).getFirst();
  }

  private static void as(Connection service, Partner partner) throws SQLException {
    Stored.column(service, "select set_config('backstep.tenant', ?, false)", partner.tenant());
  }

  private static Partner partner() {
    return new Partner("foreign-" + UUID.randomUUID().toString().substring(0, 8));
  }
}

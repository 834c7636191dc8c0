package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.ServiceName;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Six weeks of a patient in one script, over the packaged services and through the public API
 * alone: what a partner does in a sandbox.
 */
class SixWeeksTest {

  private static final String CLOCK = "/v1/sandbox/clock";

  @Test
  void sixWeeksArePlayedInOneScript() {
    SandboxPatient patient = SandboxPatient.registered();
    patient.onDay(0, 9);
    patient.clearUntilDay(35);
    patient.assess(4);
    assertThat(patient.plan().getString("status")).isEqualTo("ACTIVE");

    for (int day : List.of(1, 3, 5)) {
      patient.goodDay(day);
    }
    assertThat(patient.kinds()).containsExactly("GENERATED", "PROGRESSED");

    patient.onDay(8, 7);
    patient.painfulSession();
    assertThat(patient.kinds()).containsExactly("GENERATED", "PROGRESSED", "REGRESSED");
    for (int day = 9; day <= 11; day++) {
      patient.onDay(day, 8);
      patient.checkIn(2);
    }
    assertThat(patient.kinds()).containsExactly("GENERATED", "PROGRESSED", "REGRESSED", "RESTORED");

    for (int day : List.of(13, 15, 17)) {
      patient.goodDay(day);
    }
    assertThat(patient.kinds()).endsWith("RESTORED", "PROGRESSED");

    patient.onDay(28, 9);
    patient.assess(2);
    assertThat(patient.kinds()).endsWith("PROGRESSED", "GENERATED");

    patient.onDay(36, 9);
    assertThat(patient.plan().getString("status")).isEqualTo("WITHHELD");
    patient.clearUntilDay(400);
    for (int day : List.of(38, 40, 42)) {
      patient.goodDay(day);
    }
    assertThat(patient.kinds())
        .containsExactly(
            "GENERATED",
            "PROGRESSED",
            "REGRESSED",
            "RESTORED",
            "PROGRESSED",
            "GENERATED",
            "WITHHELD",
            "GENERATED",
            "PROGRESSED");
    assertThat(patient.plan().getString("status")).isEqualTo("ACTIVE");
    assertThat(patient.versionTimes()).isSorted();
    assertThat(patient.adherence().getList("periods.done")).isEqualTo(List.of(3, 5));
  }

  @Test
  void noServiceHasTheseRoutesOutsideOfASandbox() {
    Patient patient = Patient.registered();
    String setting =
        "{\"patientId\": \"%s\", \"now\": \"2099-01-01T00:00:00Z\"}".formatted(patient.id());

    for (ServiceName service : ServiceName.values()) {
      Platform.to(service).get(CLOCK + "?patientId=" + patient.id()).then().statusCode(404);
      Platform.to(service).body(setting).post(CLOCK).then().statusCode(noPost(service));
    }
  }

  /** Only profile-service sets clocks. */
  private static int noPost(ServiceName service) {
    return service == ServiceName.PROFILE ? 404 : 405;
  }
}

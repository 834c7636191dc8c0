package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.ServiceName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was accepted while plan-service was away has its effect when it is back, once. */
class StoppedPlanServiceTest {

  private static final int PATIENTS = 50;

  @Test
  void fiftyFlaresGiveExactlyFiftyRegressedPlans() {
    List<Patient> patients =
        IntStream.range(0, PATIENTS).mapToObj(number -> Patient.withPlan()).toList();

    Platform.stack().stop(ServiceName.PLAN);
    Map<Patient, UUID> flares = new HashMap<>();
    patients.forEach(patient -> flares.put(patient, patient.painfulFlare()));
    Platform.stack().start(ServiceName.PLAN);

    flares.forEach(
        (patient, eventId) -> assertThat(patient.planAfter(eventId).getRegressed()).isTrue());
    assertThat(regressedPlansOf(patients)).isEqualTo(PATIENTS);
  }

  private static long regressedPlansOf(List<Patient> patients) {
    return Platform.count(
        ServiceName.PLAN,
        "select count(*) from plan_version where kind = 'REGRESSED' and patient_id = any(?)",
        (Object) patients.stream().map(Patient::id).toArray(UUID[]::new));
  }
}

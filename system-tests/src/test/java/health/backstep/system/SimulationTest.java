package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A history that was lived over the packaged services, and the same bodies as one simulation, give
 * the same plans: digest by digest.
 *
 * <p>The bodies tell of days that have passed, all told within seconds, so the times of the live
 * events are not those of the records. What would depend on that is left out: a clearance with an
 * end, which live is judged at the time of the call, and records that arrive out of order.
 */
class SimulationTest {

  @Test
  void simulationAndLiveServicesGiveEqualDigestsForTheSameHistory() {
    LivedHistory patient = new LivedHistory();
    patient.goodSession(2);
    patient.goodSession(4);
    patient.goodSession(6);
    patient.sharpPain(8);
    patient.checkInAfterSession(9, 2);
    patient.checkIn(10, 2, "");
    patient.flare(12, 6);
    patient.assessment(13, 3, true);
    patient.acheThatDoesNotWarmAway(14);
    patient.checkIn(15, 3, "\"redFlags\": {\"saddleNumbness\": true}, ");
    patient.clearance(16);

    List<Map<String, Object>> lived = patient.versions();
    assertThat(lived)
        .extracting(version -> version.get("kind"))
        .containsExactly(
            "GENERATED",
            "PROGRESSED",
            "REGRESSED",
            "RESTORED",
            "REGRESSED",
            "GENERATED",
            "GENERATED",
            "SUSPENDED",
            "GENERATED");

    JsonPath simulated = patient.simulated();
    assertThat(simulated.getList("versions.kind")).isEqualTo(all(lived, "kind"));
    assertThat(simulated.getList("versions.status")).isEqualTo(all(lived, "status"));
    assertThat(simulated.getList("versions.digest")).isEqualTo(all(lived, "digest"));
    assertThat(patient.simulated().<Object>getList("versions"))
        .isEqualTo(simulated.<Object>getList("versions"));
  }

  private static List<Object> all(List<Map<String, Object>> versions, String field) {
    return versions.stream().map(version -> version.get(field)).toList();
  }
}

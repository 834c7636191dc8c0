package health.backstep.backbone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What a service has of a patient who was erased. */
public final class Erased {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Where the pseudonym may stay: to know late events by, and in the word that tells of it. */
  private static final List<String> LEFT =
      List.of(
          "erased_patient.patient_id",
          "erasure.patient_id",
          "outbox.headers",
          "outbox.record_key",
          "patient_home.patient_id");

  private Erased() {}

  /** Waits until the service has done its part, and finds nothing else of the patient. */
  public static void leavesNothing(UUID patientId, String... lastTypes) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !Stored.column(
                        "select 1 from erased_patient where patient_id = ? and settled_at is not null",
                        patientId)
                    .isEmpty());
    assertThat(Mentions.of(patientId.toString())).isSubsetOf(LEFT);
    assertThat(
            Stored.column(
                "select headers ->> 'ce_type' from outbox where record_key = ? order by position",
                patientId.toString()))
        .containsExactly(lastTypes);
  }

  /** How many late events were dropped so far. */
  public static double droppedLate() {
    return RestAssured.get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("backstep_inbox_events_total"))
        .filter(line -> line.contains("effect=\"erased\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Waits until one more late event was dropped than before. */
  public static void isDroppedAfter(double before) {
    await().atMost(PATIENCE).until(() -> droppedLate() > before);
  }
}

package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.ListedMetrics;
import health.backstep.backbone.testing.Metrics;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of events on their way, the same in each service. */
@ProfileComponentTest
class MetricsTest {

  private static final String TOPIC = "pt.session.events.v1";

  @Test
  void allThatIsListedIsToldAndNothingElseOfOurs() {
    ListedMetrics.assertTold("profile");
  }

  @Test
  void aDeadLetterCountsByItsTopicAndItsCause() {
    double before = unreadable();

    Wire.send(TOPIC, "nobody", Map.of(), "not an event".getBytes(StandardCharsets.UTF_8));

    await().untilAsserted(() -> assertThat(unreadable()).isEqualTo(before + 1));
  }

  @Test
  void callsCountInClassesOfTime() {
    Patient patient = Patient.of(new Partner("measured-calls"));
    new Partner("measured-calls").request().get(patient.path("")).then().statusCode(200);

    await()
        .untilAsserted(
            () ->
                assertThat(
                        Metrics.value(
                            "http_server_requests_seconds_bucket",
                            "uri=\"/v1/patients/{patientId}\"",
                            "le=\"10.0\""))
                    .isPositive());
  }

  @Test
  void kafkaIsHeardAllTheTime() {
    await()
        .untilAsserted(
            () -> assertThat(Metrics.value("backstep_kafka_silence_seconds")).isLessThan(5));
  }

  private static double unreadable() {
    return Metrics.value(
        "backstep_dead_letters_total", "topic=\"" + TOPIC + "\"", "cause=\"HEADER_UNREADABLE\"");
  }
}

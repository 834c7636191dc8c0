package health.backstep.profile.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.StackResource;
import health.backstep.backbone.testing.Wire;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Without Kafka the service takes what it is told, says that it is not ready, and lives. */
@ProfileComponentTest
class KafkaAwayTest {

  private static final Duration GENEROUS = Duration.ofMinutes(3);

  @Test
  void readinessSpeaksUpAndLivenessDoesNotAndWhatWaitedIsSent() {
    Patient patient;
    try (Frozen _ = Frozen.freeze(StackResource.stack().kafka().process())) {
      patient = Patient.of(new Partner("kafka-away"));

      await().atMost(GENEROUS).untilAsserted(() -> assertThat(status("ready")).isEqualTo(503));
      assertThat(status("live")).isEqualTo(200);
      assertThat(status("started")).isEqualTo(200);
      await().atMost(GENEROUS).untilAsserted(KafkaAwayTest::assertKafkaIsNamed);
      await()
          .atMost(GENEROUS)
          .untilAsserted(
              () ->
                  assertThat(given().get("/q/metrics").asString())
                      .containsPattern("backstep_outbox_pending\\{?[^\\n]*\\}? [1-9]"));
    }

    await().atMost(GENEROUS).untilAsserted(() -> assertThat(status("ready")).isEqualTo(200));
    assertThat(Wire.on(Patient.TOPIC, patient.id())).extracting(Wire.Seen::sequence).contains(1L);
  }

  private static void assertKafkaIsNamed() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(503)
        .body("checks.find { it.name == 'kafka' }.status", equalTo("DOWN"))
        .body(
            "checks.find { it.name == 'kafka' }.data.reason",
            equalTo("Kafka does not answer; calls are taken, their events wait in the outbox"))
        .body("checks.find { it.name == 'database' }.status", equalTo("UP"));
  }

  private static int status(String of) {
    return given().get("/q/health/" + of).statusCode();
  }
}

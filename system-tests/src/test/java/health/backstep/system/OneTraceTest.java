package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One trace from the request to the regressed plan, through two outboxes and a topic:
 *
 * <pre>
 *   the app's span           trace T
 *     POST .../sessions      session-service   (the request R)
 *       session-recorded                        causationid R, correlationid R
 *       pain-flare-reported                     causationid R, correlationid R
 *         pt.session.events.v1 process   plan-service
 *           plan-regressed                      causationid pain-flare-reported, correlationid R
 * </pre>
 */
class OneTraceTest {

  private static final String TRACE = UUID.randomUUID().toString().replace("-", "");
  private static final String CHAIN =
      "POST sessions -> session-recorded + pain-flare-reported -> plan-regressed";

  private Map<String, String> recorded;
  private Map<String, String> flare;
  private Map<String, String> regressed;

  @BeforeEach
  void aSessionThatHurtsIsPostedFromWithinATrace() {
    Patient patient = Patient.withPlan();
    SessionToSend session = patient.painfulSession();
    String flareEvent =
        Platform.to(ServiceName.SESSION)
            .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
            .body(session.body())
            .post("/v1/patients/" + patient.id() + "/sessions")
            .then()
            .statusCode(201)
            .extract()
            .path("flare.eventId");
    patient.planAfter(UUID.fromString(flareEvent));

    recorded = published(patient, "pt.session.events.v1", "pt.session.session-recorded.v1");
    flare = published(patient, "pt.session.events.v1", "pt.session.pain-flare-reported.v1");
    regressed = published(patient, "pt.plan.events.v1", "pt.plan.plan-regressed.v1");
  }

  @Test
  void theTraceOfTheRequestLeadsToTheRegressedPlan() {
    assertThat(traceOf(recorded)).as("session-recorded in " + CHAIN).isEqualTo(TRACE);
    assertThat(traceOf(flare)).as("pain-flare-reported in " + CHAIN).isEqualTo(TRACE);
    assertThat(traceOf(regressed)).as("plan-regressed in " + CHAIN).isEqualTo(TRACE);
    assertThat(regressed.get("ce_traceparent"))
        .as("plan-regressed has a span of its own in " + CHAIN)
        .isNotEqualTo(flare.get("ce_traceparent"));
  }

  @Test
  void eachEventNamesWhatLedToItAndTheRequestThatAllBeganWith() {
    String request = flare.get("ce_causationid");
    assertThat(recorded.get("ce_causationid")).as("cause of session-recorded").isEqualTo(request);
    assertThat(regressed.get("ce_causationid"))
        .as("cause of plan-regressed in " + CHAIN)
        .isEqualTo(flare.get("ce_id"));
    assertThat(
            new String[] {
              recorded.get("ce_correlationid"),
              flare.get("ce_correlationid"),
              regressed.get("ce_correlationid")
            })
        .as("the request in " + CHAIN)
        .containsOnly(request);
  }

  private static Map<String, String> published(Patient patient, String topic, String type) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                PublishedEvents.headersOf(topic, patient.id()).stream()
                    .filter(headers -> type.equals(headers.get("ce_type")))
                    .toList(),
            found -> found.size() == 1)
        .getFirst();
  }

  private static String traceOf(Map<String, String> headers) {
    return headers.get("ce_traceparent").substring(3, 35);
  }
}

package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Wire;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call is part of its caller's trace, and so are the events that it leads to. */
@SessionComponentTest
class TracedCallsTest {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String TOPIC = "pt.session.events.v1";

  private final Partner partner = new Partner("traced-calls");
  private final String traceId = UUID.randomUUID().toString().replace("-", "");
  private final String callingSpan = traceId.substring(16);

  @Inject RecordedSpans spans;

  @Test
  void allEventsOfACallAreOfItsTraceAndNameTheSameRequest() {
    Patient patient = Patient.withPlan(partner);
    hurts(patient, traceparent()).then().statusCode(201);

    List<Wire.Seen> events = published(patient, 2);
    SpanData call = call();

    assertThat(call.getParentSpanId()).isEqualTo(callingSpan);
    assertThat(events)
        .extracting(event -> event.headers().get("ce_traceparent"))
        .containsOnly("00-" + traceId + "-" + call.getSpanId() + "-01");
    assertThat(events)
        .flatExtracting(
            event -> event.headers().get("ce_causationid"),
            event -> event.headers().get("ce_correlationid"))
        .hasSize(4)
        .containsOnly(events.getFirst().headers().get("ce_causationid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "my name is Rivera", "00-0123-4567-01"})
  void aCallWithoutATraceOrWithAnyOtherTextThereBeginsOne(String traceparent) {
    Patient patient = Patient.withPlan(partner);
    hurts(patient, traceparent).then().statusCode(201);

    assertThat(published(patient, 2))
        .extracting(Wire.Seen::traceId)
        .doesNotContain(traceId)
        .allSatisfy(trace -> assertThat(trace).matches("(?!0{32})[0-9a-f]{32}"));
  }

  @Test
  void theSpanSaysWhichCallItWasAndNotByOrForWhom() {
    Patient patient = Patient.withPlan(partner);
    hurts(patient, traceparent()).then().statusCode(201);

    SpanData call = call();

    assertThat(call.getName()).isEqualTo("POST /v1/patients/{patientId}/sessions");
    assertThat(call.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(call.getAttributes().asMap().values())
        .containsExactlyInAnyOrder("POST", "/v1/patients/{patientId}/sessions", 201L);
    assertThat(call.toString()).doesNotContain("Rivera", patient.id().toString(), "127.0.0.1");
  }

  @Test
  void aProblemNamesTheTraceThatItIsPartOf() {
    partner
        .request()
        .header("traceparent", traceparent())
        .body("{\"name\": \"Rivera\"}")
        .post("/v1/patients/" + UUID.randomUUID() + "/sessions?name=Rivera")
        .then()
        .statusCode(400)
        .body("traceId", equalTo(traceId));

    assertThat(call().toString()).doesNotContain("Rivera");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedInItsTraceToo() {
    partner
        .request()
        .header("traceparent", traceparent())
        .body("x".repeat(300 * 1024))
        .post("/v1/patients/" + UUID.randomUUID() + "/sessions")
        .then()
        .statusCode(413)
        .body("traceId", equalTo(traceId));
  }

  @Test
  void whetherTheServiceIsWellIsNoTrace() {
    partner
        .request()
        .header("traceparent", traceparent())
        .get("/q/health/live")
        .then()
        .statusCode(200);
    partner
        .request()
        .header("traceparent", traceparent())
        .get("/v1/nothing")
        .then()
        .statusCode(404);

    assertThat(await().atMost(SOON).until(() -> spans.of(traceId), found -> !found.isEmpty()))
        .extracting(SpanData::getName)
        .doesNotContain("GET /q/health/live")
        .hasSize(1);
  }

  private Response hurts(Patient patient, String traceparent) {
    return partner
        .request()
        .headers(
            Map.of(
                "traceparent",
                traceparent,
                "tracestate",
                "a=Rivera",
                "baggage",
                "name=Rivera",
                "User-Agent",
                "Rivera's phone",
                "X-Forwarded-For",
                "192.0.2.7"))
        .body(Requests.painfulSession().toString())
        .post("/v1/patients/" + patient.id() + "/sessions?name=Rivera");
  }

  private String traceparent() {
    return "00-" + traceId + "-" + callingSpan + "-01";
  }

  private SpanData call() {
    return await()
        .atMost(SOON)
        .until(() -> spans.of(traceId), found -> !found.isEmpty())
        .getFirst();
  }

  private static List<Wire.Seen> published(Patient patient, int count) {
    return await()
        .atMost(SOON)
        .until(() -> Wire.on(TOPIC, patient.id()), found -> found.size() >= count);
  }
}

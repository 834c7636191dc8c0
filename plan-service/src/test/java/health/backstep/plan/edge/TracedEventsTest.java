package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Wire;
import health.backstep.backbone.tracing.EventSpan;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** What comes with an event goes on with what it leads to: trace, cause and correlation. */
@PlanComponentTest
class TracedEventsTest {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String PLAN = "pt.plan.events.v1";

  private final Partner partner = new Partner("traced-events");
  private final String traceId = UUID.randomUUID().toString().replace("-", "");
  private final String reportingSpan = traceId.substring(16);

  @Inject RecordedSpans spans;

  @ConfigProperty(name = "quarkus.log.console.format")
  String logFormat;

  @Test
  void theRegressedPlanContinuesTheTraceOfTheFlareAndNamesItAsItsCause() {
    Patient patient = Patient.withPlan(partner);
    EventEnvelope flare = send(patient.unsentFlare(1, "MODERATE", "bridge"), traceparent());

    Wire.Seen regressed = published(patient, PLAN, 2);
    SpanData handling = spanOfTheTrace();

    assertThat(regressed.type()).isEqualTo("pt.plan.plan-regressed.v1");
    assertThat(regressed.traceId()).isEqualTo(traceId);
    assertThat(handling.getParentSpanId()).isEqualTo(reportingSpan);
    assertThat(regressed.spanId()).isEqualTo(handling.getSpanId());
    assertThat(published(patient, "pt.plan.state.v1", 2).headers().get("ce_traceparent"))
        .isEqualTo(regressed.headers().get("ce_traceparent"));
    assertThat(regressed.headers())
        .containsEntry("ce_causationid", flare.id().toString())
        .containsEntry("ce_correlationid", flare.cause().correlationId().toString());
  }

  @Test
  void theSpanSaysWhatWasHandledAndNotForWhom() {
    Patient patient = Patient.withPlan(partner);
    send(patient.unsentFlare(1, "MODERATE", "bridge"), traceparent());

    SpanData handling = spanOfTheTrace();

    assertThat(handling.getName()).isEqualTo("pt.session.events.v1 process");
    assertThat(handling.getKind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(handling.getStatus()).isEqualTo(StatusData.unset());
    assertThat(handling.getAttributes().asMap().values())
        .containsExactlyInAnyOrder(
            "kafka", "pt.session.events.v1", "process", "pt.session.pain-flare-reported.v1");
  }

  @Test
  void aFailureIsNamedByItsClassOnly() {
    Patient patient = Patient.withPlan(partner);
    EventEnvelope unreadable =
        Wire.event(
            "/session-service",
            "pt.session.pain-flare-reported.v1",
            partner.tenant(),
            patient.id(),
            1,
            "{\"patientId\": \"Rivera\"}");
    send(unreadable, traceparent());

    SpanData handling = spanOfTheTrace();

    assertThat(handling.getStatus()).isEqualTo(StatusData.error());
    assertThat(handling.getAttributes().asMap().values())
        .contains("health.backstep.wire.UnreadableEvent");
    assertThat(handling.toString()).doesNotContain("Rivera");
  }

  @Test
  void anEventWithoutATraceOrWithAnyOtherTextThereIsTakenAndBeginsOne() {
    Patient patient = Patient.withPlan(partner);
    Wire.Seen generated = published(patient, PLAN, 1);
    send(patient.unsentFlare(1, "MODERATE", "bridge"), "my name is Rivera");

    Wire.Seen regressed = published(patient, PLAN, 2);

    assertThat(List.of(generated.traceId(), regressed.traceId()))
        .allSatisfy(trace -> assertThat(trace).matches("[0-9a-f]{32}"))
        .doesNotHaveDuplicates();
  }

  @Test
  void aLogLineFromTheHandlingNamesItsTraceAndSpan() {
    EventEnvelope flare =
        Wire.traced(new Patient(partner).unsentFlare(1, "MODERATE"), traceparent());
    List<String> lines = new ArrayList<>();

    EventSpan.around(flare, Patient.SESSION, () -> lines.add(logLine()));

    assertThat(lines.getFirst())
        .contains("traceId=" + traceId + " spanId=" + spanOfTheTrace().getSpanId() + " ");
    assertThat(logLine()).contains("traceId= spanId= ");
  }

  private String logLine() {
    return new PatternFormatter(logFormat)
        .format(new ExtLogRecord(Level.INFO, "Handled", getClass().getName()));
  }

  private static EventEnvelope send(EventEnvelope event, String traceparent) {
    EventEnvelope traced = Wire.traced(event, traceparent);
    Wire.send(Patient.SESSION, traced);
    return traced;
  }

  private String traceparent() {
    return "00-" + traceId + "-" + reportingSpan + "-01";
  }

  private SpanData spanOfTheTrace() {
    return await()
        .atMost(SOON)
        .until(() -> spans.of(traceId), found -> !found.isEmpty())
        .getFirst();
  }

  private static Wire.Seen published(Patient patient, String topic, int count) {
    return await()
        .atMost(SOON)
        .until(() -> Wire.on(topic, patient.id()), found -> found.size() >= count)
        .get(count - 1);
  }
}

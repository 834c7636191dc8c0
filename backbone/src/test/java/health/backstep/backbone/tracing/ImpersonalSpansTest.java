package health.backstep.backbone.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of whatever lies in a span, only what is on the list leaves the service. */
class ImpersonalSpansTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private SpanData made;
  private SpanData sent;

  @Test
  void aSpanKeepsItsPlaceInTheTraceAndWhatKindOfCallItWas() {
    assertThat(sent.getTraceId()).isEqualTo(TRACE);
    assertThat(sent.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(sent.getName()).isEqualTo("GET /v1/patients/{patientId}");
    assertThat(sent.getAttributes())
        .isEqualTo(
            Attributes.builder()
                .put("http.request.method", "GET")
                .put("http.route", "/v1/patients/{patientId}")
                .put("http.response.status_code", 500L)
                .build());
    assertThat(sent.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void nothingThatACallerWroteLeaves() {
    assertThat(sent.getStatus()).isEqualTo(StatusData.error());
    assertThat(sent.getEvents()).isEmpty();
    assertThat(sent.getLinks()).isEmpty();
    assertThat(sent.getSpanContext().getTraceState().isEmpty()).isTrue();
    assertThat(sent.toString()).doesNotContain("Rivera");
  }

  @Test
  void itWasThereBefore() {
    assertThat(made.getAttributes().asMap().toString()).contains("Rivera");
    assertThat(made.getEvents().toString()).contains("Rivera");
    assertThat(made.getSpanContext().getTraceState().asMap()).isEqualTo(Map.of("a", "Rivera"));
  }

  @BeforeEach
  void aSpanFullOfNames() {
    InMemorySpanExporter asMade = InMemorySpanExporter.create();
    InMemorySpanExporter asSent = InMemorySpanExporter.create();
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(
                SimpleSpanProcessor.create(
                    SpanExporter.composite(asMade, new ImpersonalSpans(asSent))))
            .build()) {
      SpanContext parent =
          SpanContext.createFromRemoteParent(
              TRACE,
              "00f067aa0ba902b7",
              TraceFlags.getSampled(),
              TraceState.builder().put("a", "Rivera").build());
      Span span =
          provider
              .get("test")
              .spanBuilder("GET /v1/patients/{patientId}")
              .setParent(Context.root().with(Span.wrap(parent)))
              .addLink(parent, Attributes.of(AttributeKey.stringKey("link"), "Rivera"))
              .setAttribute("http.request.method", "GET")
              .setAttribute("http.route", "/v1/patients/{patientId}")
              .setAttribute("http.response.status_code", 500L)
              .setAttribute("url.query", "externalId=Rivera")
              .setAttribute("user_agent.original", "Rivera's phone")
              .setAttribute("whatever.comes.next", "Rivera")
              .startSpan();
      span.recordException(new IllegalStateException("Rivera"));
      span.setStatus(StatusCode.ERROR, "Rivera");
      span.end();
      made = asMade.getFinishedSpanItems().getFirst();
      sent = asSent.getFinishedSpanItems().getFirst();
    }
  }
}

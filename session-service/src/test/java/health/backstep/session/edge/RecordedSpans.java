package health.backstep.session.edge;

import health.backstep.backbone.tracing.ImpersonalSpans;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What a collector would be sent of the service under test. */
@Singleton
public class RecordedSpans {

  private final InMemorySpanExporter collector = InMemorySpanExporter.create();

  @Produces
  @Singleton
  SpanProcessor recorder() {
    return SimpleSpanProcessor.create(new ImpersonalSpans(collector));
  }

  /** The spans of a trace that have ended, in the order of their ends. */
  List<SpanData> of(String traceId) {
    return collector.getFinishedSpanItems().stream()
        .filter(span -> span.getTraceId().equals(traceId))
        .toList();
  }
}

package health.backstep.backbone.tracing;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends spans to a collector when one is named. Without one nothing is kept and nobody is called,
 * but the trace still goes on with the events: whether it is seen is decided service by service.
 */
public class SpanExport {

  private static final String TRACES = "/v1/traces";

  @Produces
  @Singleton
  SpanProcessor toCollector(@ConfigProperty(name = "backstep.otlp") Optional<URI> collector) {
    return collector.map(SpanExport::batches).orElseGet(SpanProcessor::composite);
  }

  /** In the background; when the collector is slow or away, spans are dropped and no call waits. */
  private static SpanProcessor batches(URI collector) {
    String endpoint = collector.toString().replaceAll("/+$", "") + TRACES;
    return BatchSpanProcessor.builder(
            new ImpersonalSpans(OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build()))
        .build();
  }
}

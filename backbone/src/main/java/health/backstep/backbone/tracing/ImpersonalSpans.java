package health.backstep.backbone.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Sends spans on with only what may leave the service. */
public record ImpersonalSpans(SpanExporter receiver) implements SpanExporter {

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return receiver.export(spans.stream().<SpanData>map(ImpersonalSpan::new).toList());
  }

  @Override
  public CompletableResultCode flush() {
    return receiver.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return receiver.shutdown();
  }
}

package health.backstep.backbone.problem;

import health.backstep.backbone.event.Uuid7;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/**
 * An identifier that a caller can quote and an operator can find in the logs, in the traces and at
 * the events: the trace id, 32 hexadecimal digits.
 */
final class TraceId {

  private TraceId() {}

  static String current() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() ? span.getTraceId() : Uuid7.next().toString().replace("-", "");
  }
}

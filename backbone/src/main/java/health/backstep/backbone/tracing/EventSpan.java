package health.backstep.backbone.tracing;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.event.TraceParent;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/**
 * The handling of one event as a span. Its parent is the span that published the event, and what
 * the handler publishes has this span as its parent: so one trace leads from a request through the
 * topics to its last effect. An event that is tried again has a span for each attempt.
 */
public final class EventSpan {

  static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
  static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.type");
  static final AttributeKey<String> TYPE = AttributeKey.stringKey("cloudevents.event_type");
  static final AttributeKey<String> FAILURE = AttributeKey.stringKey("error.type");

  private EventSpan() {}

  /**
   * Handles an event inside its span. A failure goes on to the caller; the span keeps its class
   * only, because a message could quote the payload.
   */
  public static void around(EventEnvelope event, String topic, Runnable handling) {
    Span span = begin(event, topic);
    try (Scope _ = span.makeCurrent()) {
      handling.run();
    } catch (RuntimeException | Error failure) {
      span.setStatus(StatusCode.ERROR).setAttribute(FAILURE, failure.getClass().getName());
      throw failure;
    } finally {
      span.end();
    }
  }

  private static Span begin(EventEnvelope event, String topic) {
    return GlobalOpenTelemetry.getTracer("health.backstep.backbone")
        .spanBuilder(topic + " process")
        .setParent(TraceParent.toContinue(event.cause().traceparent()))
        .setSpanKind(SpanKind.CONSUMER)
        .setAttribute(SYSTEM, "kafka")
        .setAttribute(TOPIC, topic)
        .setAttribute(OPERATION, "process")
        .setAttribute(TYPE, event.type())
        .startSpan();
  }
}

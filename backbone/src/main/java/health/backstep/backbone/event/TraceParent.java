package health.backstep.backbone.event;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C Trace Context as text, the way it lies in the outbox and travels with an event. */
public final class TraceParent {

  private static final Pattern TEXT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private static final String FIELD = "traceparent";
  private static final TextMapGetter<Map<String, String>> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
          return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
          return carrier == null ? null : carrier.get(key);
        }
      };

  private TraceParent() {}

  /** The running span, so that whatever is caused now continues its trace. */
  public static Optional<String> current() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? Optional.of(
            "00-%s-%s-%s"
                .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex()))
        : Optional.empty();
  }

  /**
   * What a sender wrote, if it is a trace context. Anything else is left out: it could be any text,
   * and an event must not be lost for its sake.
   */
  public static Optional<String> known(@Nullable String text) {
    return Optional.ofNullable(text).filter(given -> TEXT.matcher(given).matches());
  }

  /** The context to continue, or an empty one that begins a new trace. */
  public static Context toContinue(@Nullable String text) {
    return known(text)
        .map(
            known ->
                W3CTraceContextPropagator.getInstance()
                    .extract(Context.root(), Map.of(FIELD, known), GETTER))
        .orElseGet(Context::root);
  }
}

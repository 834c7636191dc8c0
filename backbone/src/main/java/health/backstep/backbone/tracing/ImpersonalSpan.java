package health.backstep.backbone.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/**
 * What may leave the service of a span: names from a list, nothing that a caller wrote. The
 * framework's own spans also hold the path with the patient's pseudonym, the query, the client's
 * address and browser, and exceptions whose messages quote the body; all that stays here.
 */
final class ImpersonalSpan extends DelegatingSpanData {

  private static final Set<String> ALLOWED =
      Set.of(
          "http.request.method",
          "http.route",
          "http.response.status_code",
          EventSpan.FAILURE.getKey(),
          EventSpan.SYSTEM.getKey(),
          EventSpan.TOPIC.getKey(),
          EventSpan.OPERATION.getKey(),
          EventSpan.TYPE.getKey());

  private final Attributes attributes;

  ImpersonalSpan(SpanData span) {
    super(span);
    this.attributes = span.getAttributes().toBuilder().removeIf(ImpersonalSpan::isPersonal).build();
  }

  private static boolean isPersonal(AttributeKey<?> attribute) {
    return !ALLOWED.contains(attribute.getKey());
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public int getTotalAttributeCount() {
    return attributes.size();
  }

  @Override
  public List<EventData> getEvents() {
    return List.of();
  }

  @Override
  public int getTotalRecordedEvents() {
    return 0;
  }

  @Override
  public List<LinkData> getLinks() {
    return List.of();
  }

  @Override
  public int getTotalRecordedLinks() {
    return 0;
  }

  @Override
  public StatusData getStatus() {
    return StatusData.create(super.getStatus().getStatusCode(), "");
  }

  @Override
  public SpanContext getSpanContext() {
    return withoutState(super.getSpanContext());
  }

  @Override
  public SpanContext getParentSpanContext() {
    return withoutState(super.getParentSpanContext());
  }

  /** The trace state is the caller's own text. */
  private static SpanContext withoutState(SpanContext span) {
    return SpanContext.create(
        span.getTraceId(), span.getSpanId(), span.getTraceFlags(), TraceState.getDefault());
  }
}

package health.backstep.backbone.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event came from.
 *
 * @param causationId the event or the request that led to it directly
 * @param correlationId the request at the beginning of the chain
 * @param traceparent W3C trace context of the span that decided it; null when it is not known
 */
public record Cause(UUID causationId, UUID correlationId, @Nullable String traceparent) {

  /** A request from outside begins a chain of its own. */
  public static Cause request(UUID requestId, @Nullable String traceparent) {
    return new Cause(requestId, requestId, traceparent);
  }
}

package health.backstep.plan.webhook.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.plan.change.Change;
import health.backstep.plan.change.edge.ChangeView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What receivers get, as JSON. It is written once and sent to the byte the same every time. */
@ApplicationScoped
class MessageBodies {

  static final String TEST = "webhook.test";

  /**
   * Ids and links.
   *
   * @param timestamp when it happened, not when it is sent
   */
  record Body(String type, Instant timestamp, Object data) {}

  private final ObjectMapper json;

  MessageBodies(ObjectMapper json) {
    this.json = json;
  }

  String of(Change change) {
    ChangeView view = ChangeView.of(change);
    return write(new Body(view.type(), change.occurredAt(), view));
  }

  /** About nothing. */
  String test(UUID endpointId, Instant now) {
    return write(new Body(TEST, now, Map.of("webhookId", endpointId)));
  }

  private String write(Body body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message could not be written as JSON", e);
    }
  }
}

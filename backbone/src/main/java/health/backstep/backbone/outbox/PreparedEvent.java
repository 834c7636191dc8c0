package health.backstep.backbone.outbox;

import java.util.Map;
import java.util.UUID;

/**
 * An event as its row in the outbox has it, for a statement that stores it with what it tells of.
 *
 * @param headers all but the sequence, which that statement gives
 * @param payload JSON
 */
public record PreparedEvent(UUID id, String topic, Map<String, String> headers, String payload) {

  public PreparedEvent {
    headers = Map.copyOf(headers);
  }
}

package health.backstep.faults.check.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import health.backstep.faults.check.evidence.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What payloads say, as far as an invariant asks. */
final class Payloads {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FLARE = "pt.session.pain-flare-reported.v1";

  private Payloads() {}

  /** Nothing of a dead letter, and nothing of what is no JSON. */
  static Told told(String topic, String type, byte @Nullable [] payload) {
    boolean plan = topic.equals("pt.plan.events.v1") || topic.equals("pt.plan.state.v1");
    if (payload == null || !(plan || type.equals(FLARE))) {
      return Told.NOTHING;
    }
    JsonNode json = json(new String(payload, StandardCharsets.UTF_8));
    return new Told(
        json.path("episode").asText(),
        json.path("planVersion").asInt(),
        json.path("digest").asText());
  }

  /** Missing when there is none or it is no JSON. */
  static JsonNode json(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}

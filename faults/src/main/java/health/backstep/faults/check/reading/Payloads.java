package health.backstep.faults.check.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import health.backstep.faults.check.evidence.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What payloads say, as far as an invariant asks. */
final class Payloads {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FLARE = "pt.session.pain-flare-reported.v1";

  private static final String CLEARANCE = "pt.profile.clearance-changed.v1";

  private Payloads() {}

  /** Nothing of a dead letter, and nothing of what is no JSON. */
  static Told told(String topic, String type, byte @Nullable [] payload) {
    if (payload != null && type.equals(CLEARANCE)) {
      return Told.clearance(end(json(new String(payload, StandardCharsets.UTF_8))));
    }
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

  /** As exact as a database keeps it. */
  private static Optional<Instant> end(JsonNode clearance) {
    try {
      String text = clearance.path("validUntil").asText("");
      return text.isEmpty() || clearance.path("validUntil").isNull()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
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

package health.backstep.faults.check.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was stored for a key.
 *
 * @param status 0 when none was stored
 * @param body missing when none was stored
 */
public record AnswerRow(
    String tenant, String key, int status, JsonNode body, @Nullable String etag) {}

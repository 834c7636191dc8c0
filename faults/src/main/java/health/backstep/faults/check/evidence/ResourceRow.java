package health.backstep.faults.check.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * A session, check-in, assessment, patient, clearance, flare or plan version as stored.
 *
 * @param table where it is
 * @param content what was answered when it was made, or how it is now
 * @param version counted as its ETag; 0 where there is none
 */
public record ResourceRow(
    String table, String tenant, UUID patientId, String id, JsonNode content, long version) {}

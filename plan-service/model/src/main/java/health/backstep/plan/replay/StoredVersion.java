package health.backstep.plan.replay;

import java.util.Optional;
import java.util.UUID;

/**
 * A plan version as it was stored.
 *
 * @param causeEventId of the event that made it
 * @param picture what its document shows; empty when the document cannot be read
 */
public record StoredVersion(
    int number, String digest, UUID causeEventId, Optional<PlanPicture> picture) {}

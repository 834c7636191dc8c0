package health.backstep.backbone.clock;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient's test clock. It stands still, so that a script comes to the same however fast it runs.
 *
 * @param now what time it is for the patient until it is put forward again
 * @param eventId of the event that tells the other services
 */
public record TestClock(UUID patientId, Instant now, UUID eventId) {}

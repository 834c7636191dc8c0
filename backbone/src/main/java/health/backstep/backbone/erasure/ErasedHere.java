package health.backstep.backbone.erasure;

import health.backstep.backbone.event.Cause;
import java.util.UUID;

/**
 * An erasure that one service has done.
 *
 * @param cause the event that asked for it
 */
public record ErasedHere(UUID patientId, PartErased part, Cause cause) {}

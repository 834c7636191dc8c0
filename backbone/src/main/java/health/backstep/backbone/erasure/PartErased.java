package health.backstep.backbone.erasure;

import java.time.Instant;
import java.util.UUID;

/**
 * Payload of {@code pt.plan.patient-erased.v1} and {@code pt.session.patient-erased.v1}: nothing of
 * the patient is left in that service's database, nor waits there to be sent.
 *
 * @param erasureId as profile-service told it
 * @param erasedAt when the rows were deleted
 * @param removedRows how many
 */
public record PartErased(UUID erasureId, Instant erasedAt, long removedRows) {}

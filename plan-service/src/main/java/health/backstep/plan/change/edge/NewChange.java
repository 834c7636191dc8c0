package health.backstep.plan.change.edge;

import health.backstep.plan.change.ChangeType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change that is being written and has no place in the feed yet; see its parts at Change. */
public record NewChange(
    ChangeType type,
    UUID patientId,
    @Nullable Integer planVersion,
    @Nullable UUID dueId,
    @Nullable UUID eventId,
    Instant occurredAt) {}

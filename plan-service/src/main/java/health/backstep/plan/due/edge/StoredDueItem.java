package health.backstep.plan.due.edge;

import health.backstep.plan.due.DueItem;
import java.util.UUID;

/**
 * A due item as it is kept.
 *
 * @param id the same until the item is done
 */
record StoredDueItem(UUID id, UUID patientId, DueItem item) {}

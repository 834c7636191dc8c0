package health.backstep.backbone.audit;

import health.backstep.wire.audit.AuditEntry;
import health.backstep.wire.audit.ObjectIds;
import org.jspecify.annotations.Nullable;

/**
 * A line that has no place in its chain yet.
 *
 * @param chain the tenant's name, or that of the unknown callers' chain
 * @param ids of its object; null when there are none to keep
 */
record NewLine(String chain, AuditEntry entry, @Nullable ObjectIds ids) {}

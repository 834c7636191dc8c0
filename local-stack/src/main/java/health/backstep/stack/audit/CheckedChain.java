package health.backstep.stack.audit;

import health.backstep.stack.platform.ServiceName;
import health.backstep.wire.audit.BrokenLine;
import health.backstep.wire.audit.ChainHead;
import java.util.Optional;

/**
 * A chain after its check.
 *
 * @param end the last line that was looked at
 * @param withoutIds lines whose object has no ids here: erased, or none of the tenant's
 * @param broken the first line that is not as it was written
 */
public record CheckedChain(
    ServiceName service, ChainHead end, long withoutIds, Optional<BrokenLine> broken) {}

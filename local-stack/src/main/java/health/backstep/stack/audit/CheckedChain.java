package health.backstep.stack.audit;

import health.backstep.stack.platform.ServiceName;
import health.backstep.wire.audit.BrokenLine;
import health.backstep.wire.audit.ChainHead;
import java.util.Optional;

/**
 * A chain after its check.
 *
 * @param begin the last line that was removed for its age; number 0 when none was
 * @param end the last line that was looked at
 * @param withoutIds lines whose object has no ids here: erased, or none of the tenant's
 * @param broken the first line that is not as it was written
 */
public record CheckedChain(
    ServiceName service,
    ChainHead begin,
    ChainHead end,
    long withoutIds,
    Optional<BrokenLine> broken) {

  /** Lines that there are. */
  public long lines() {
    return end.sequence() - begin.sequence();
  }
}

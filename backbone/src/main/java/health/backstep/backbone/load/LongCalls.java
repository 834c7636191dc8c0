package health.backstep.backbone.load;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Caller;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Calls that are at work for seconds, such as batches. A tenant that sent enough of them would
 * leave no place at work to the others, so few are taken on at the same time, in all and of each
 * tenant.
 */
@ApplicationScoped
public class LongCalls {

  private static final String TOO_MANY =
      "As many of your batches as may be are at work; send this one again when one has ended.";

  private final Caller caller;
  private final Holding atWork;

  LongCalls(Caller caller, ConcurrencyConfig config, MeterRegistry metrics) {
    this.caller = caller;
    this.atWork = new Holding(config.longCalls(), config.longCallsByTenant());
    Gauge.builder("backstep.calls.long", atWork::count).register(metrics);
  }

  /**
   * Does the work of the running call, if there is room for it.
   *
   * @throws ProblemException 429 when the tenant, 503 when all together have as many at work as
   *     they may; then nothing was done
   */
  public <T> T atWork(Supplier<T> work) {
    String tenant = caller.tenant().name();
    atWork.takeOrRefuse(tenant, TOO_MANY);
    try {
      return work.get();
    } finally {
      atWork.give(tenant);
    }
  }
}

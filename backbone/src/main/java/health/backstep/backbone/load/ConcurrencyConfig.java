package health.backstep.backbone.load;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How many calls one instance takes on at the same time. */
@ConfigMapping(prefix = "backstep.concurrency")
public interface ConcurrencyConfig {

  /**
   * Calls at work. Some of them wait for one of the fewer database connections, which is all the
   * queue there is: a call that finds no place is refused at once.
   */
  int limit();

  /** Calls that are held, which means that they wait for news: of all tenants together. */
  int held();

  /** Held calls of one tenant. */
  int heldByTenant();

  /** Calls that are at work for seconds: of all tenants together. They take up places at work. */
  int longCalls();

  /** Such calls of one tenant. */
  int longCallsByTenant();

  /** Calls whose answers take megabytes: of all tenants together. They take up places at work. */
  int largeCalls();

  /** Such calls of one tenant. */
  int largeCallsByTenant();

  /** How long such an answer may take to be read before its connection is cut. */
  Duration largeAnswerWithin();
}

package health.backstep.backbone.load;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How many calls each instance takes from whom. Instances do not share their counts. */
@ConfigMapping(prefix = "backstep.rate-limit")
public interface RateLimitConfig {

  /** In which as many calls as are allowed come back, evenly. */
  Duration window();

  /** Calls of one client, at once or over the window. */
  long client();

  /** Calls of one tenant, all its clients together. */
  long tenant();

  /** Clients, and tenants, that are counted at the same time; those that called least go first. */
  long remembered();
}

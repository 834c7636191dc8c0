package health.backstep.plan.change.edge;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The pace of the change feed. */
@ConfigMapping(prefix = "backstep.changes")
public interface ChangesConfig {

  /** How often changes of other instances are looked for. */
  Duration lookEvery();
}

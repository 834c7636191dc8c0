package health.backstep.plan.due.edge;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The pace at which due items are made and announced. */
@ConfigMapping(prefix = "backstep.due")
public interface DueConfig {

  /** How often items are looked for whose time has come. */
  Duration lookEvery();

  /** Patients whose items are announced after one look. */
  int lookStep();

  /** How often patients are looked for for whom nothing is kept of what is due. */
  Duration beginEvery();

  /** Patients looked at in one step of that. */
  int beginStep();
}

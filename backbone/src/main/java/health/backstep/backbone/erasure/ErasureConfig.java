package health.backstep.backbone.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** At what pace erasures are brought to their end. */
@ConfigMapping(prefix = "backstep.erasure")
public interface ErasureConfig {

  /** How often those are looked at that wait for the patient's last events to be sent. */
  @WithDefault("PT1S")
  Duration lookEvery();
}

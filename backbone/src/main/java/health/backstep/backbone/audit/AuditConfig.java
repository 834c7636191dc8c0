package health.backstep.backbone.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** At what pace the audit log is written, and how much of it may wait in memory. */
@ConfigMapping(prefix = "backstep.audit")
public interface AuditConfig {

  /** How often lines are stored and linked. Until then they can be lost, or removed unseen. */
  @WithDefault("PT0.5S")
  Duration linkEvery();

  /** Lines that are linked in one transaction. */
  @WithDefault("500")
  int step();

  /** Lines in memory from which on new calls wait at the door until some are stored. */
  @WithDefault("10000")
  int waitingLines();

  /** How long a call waits at the door before it is refused. */
  @WithDefault("PT2S")
  Duration waitingCall();
}

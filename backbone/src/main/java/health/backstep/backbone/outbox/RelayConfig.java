package health.backstep.backbone.outbox;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the relay reaches the database, and its pace. */
@ConfigMapping(prefix = "backstep.relay")
public interface RelayConfig {

  String databaseUrl();

  String username();

  String password();

  /** Rows sent and marked in one go. */
  int batch();

  /**
   * How long rows of another instance's commits may wait at most, as the wake stays in its process.
   */
  Duration safetyPoll();

  /** How soon a standing-by instance notices that the active relay is gone. */
  Duration leaderRetry();

  /** Age of the oldest unsent row at which the service says that it is not ready. */
  Duration unreadyAfter();
}

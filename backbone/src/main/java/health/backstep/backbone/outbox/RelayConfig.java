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

  /**
   * When the database ends the session of a relay that says nothing, such as that of a frozen
   * process. The relay speaks once a second; several seconds leave room for a slow machine.
   */
  Duration silentLeaderAfter();

  /** When a row is tried again that could not be sent for a reason of its own. */
  Duration heldBackRetry();

  /**
   * The absence of the service after which its events are sent again by themselves. Well below what
   * the topics keep (90 days), because what was on them had not been read by all when it began.
   */
  Duration againAfter();

  /** How often the rows that wait are counted. */
  Duration measureEvery();

  /** Where counting them ends, so that it stays cheap when very many wait. */
  int countAtMost();

  /** Age of the oldest unsent row at which the service says that it is not ready. */
  Duration unreadyAfter();
}

package health.backstep.backbone.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the inbox reads, and how long it waits for what is missing. */
@ConfigMapping(prefix = "backstep.inbox")
public interface InboxConfig {

  /** Records of one transaction at most, so that a flare does not wait for a long batch. */
  @WithDefault("32")
  int batch();

  /** Bytes of key, headers and payload at most; below Kafka's own limit of 1 MiB. */
  @WithDefault("524288")
  int largestRecord();

  /**
   * How long the oldest parked event of a stream waits for those before it. A red flag must not
   * wait for ever behind an event that was lost.
   */
  @WithDefault("PT10M")
  Duration gapLimit();

  /** How often the parked events are looked at. */
  @WithDefault("PT5S")
  Duration lookEvery();
}

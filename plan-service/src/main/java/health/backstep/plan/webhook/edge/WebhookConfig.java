package health.backstep.plan.webhook.edge;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/** How webhooks are delivered, and what of them is kept. */
@ConfigMapping(prefix = "backstep.webhooks")
public interface WebhookConfig {

  /** Long random texts. The first one seals signing secrets, every one of them opens. */
  List<String> key();

  /** Whether this machine and its private network may be called. */
  boolean privateTargets();

  /** Whether calls without encryption are made. */
  boolean plainHttp();

  /** Whether this instance delivers. */
  boolean deliver();

  /** How often work is looked for that no signal told of. */
  Duration poll();

  /** Messages under way to one endpoint, over all instances; to one that is failing, one. */
  int perEndpoint();

  /** Messages under way from this instance. */
  int overall();

  /** Of these, messages of one tenant. */
  int perTenant();

  /** Names being asked for by this instance, those included whose answer came too late. */
  int lookUps();

  /** How much later a message has its turn again whose host's name could not be asked for. */
  Duration putBackFor();

  Duration connectWithin();

  /** From the beginning of an attempt, the name's resolution included, to the answer. */
  Duration answerWithin();

  /** When another instance takes over what this one began. Longer than any attempt. */
  Duration lease();

  /** How long every attempt has failed when an endpoint is disabled. */
  Duration disableAfter();

  /** How long the secrets before go on signing when there is a new one. */
  Duration overlap();

  /** Endpoints of one tenant. */
  int mostEndpoints();

  /** Replays of one endpoint that are not done. */
  int mostReplays();

  /**
   * How long deliveries and replays are kept that have ended, and how long those wait whose
   * endpoint is disabled.
   */
  Duration keepLog();

  /** Rows removed or added in one transaction. */
  int step();

  /** How often rows are looked for that are past their time. */
  Duration tidyEvery();
}

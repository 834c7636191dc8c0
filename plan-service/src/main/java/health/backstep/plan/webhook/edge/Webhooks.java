package health.backstep.plan.webhook.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.tenancy.OneAtATime;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.change.edge.ChangeFeed;
import health.backstep.plan.webhook.Disabled;
import health.backstep.plan.webhook.Health;
import health.backstep.plan.webhook.TargetPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** What partners do with the endpoints of their tenant. */
@ApplicationScoped
class Webhooks {

  private final EndpointRows endpoints;
  private final SecretRows secrets;
  private final ProgressRows progress;
  private final RotatingSecrets rotating;
  private final OneAtATime oneAtATime;
  private final ChangeFeed feed;
  private final TargetPolicy policy;
  private final WebhookConfig config;
  private final Clock clock;

  Webhooks(
      EndpointRows endpoints,
      SecretRows secrets,
      ProgressRows progress,
      RotatingSecrets rotating,
      OneAtATime oneAtATime,
      ChangeFeed feed,
      TargetPolicy policy,
      WebhookConfig config,
      Clock clock) {
    this.endpoints = endpoints;
    this.secrets = secrets;
    this.progress = progress;
    this.rotating = rotating;
    this.oneAtATime = oneAtATime;
    this.feed = feed;
    this.policy = policy;
    this.config = config;
    this.clock = clock;
  }

  /** A new endpoint, told of changes from now on; it is seen with its secret, closed. */
  WebhookView add(WebhookRequest request) {
    oneAtATime.enter("webhooks");
    long now = feed.extent(TenantTransaction.current().name()).last();
    if (endpoints.living() >= config.mostEndpoints()) {
      throw new ProblemException(
          409,
          "TOO_MANY_WEBHOOKS",
          "A tenant has at most " + config.mostEndpoints() + " webhooks; delete one.",
          List.of());
    }
    EndpointRow row = new EndpointRow();
    row.id = Uuid7.next();
    row.createdAt = clock.instant();
    set(row, request);
    endpoints.persistAndFlush(row);
    progress.begin(row.id, now);
    SecretRow secret = rotating.make(row.id);
    return view(row).with(SecretsOnce.closed(secret.sealed));
  }

  /** What the partner sees of it. */
  WebhookView view(EndpointRow row) {
    return WebhookView.of(row, progress.read(row.id), secrets.signing(row.id, clock.instant()));
  }

  /** Sets what the partner says. One that is enabled again goes on where it stopped. */
  void change(EndpointRow row, WebhookRequest request) {
    progress.lock(row.id);
    boolean begunAnew = !row.url.equals(request.url()) || !row.isEnabled();
    set(row, request);
    endpoints.flush();
    if (begunAnew && row.isEnabled()) {
      progress.health(row.id, Health.UNKNOWN);
    }
  }

  /** It is not there for anybody from now on; what is left of it goes later. */
  void delete(EndpointRow row) {
    row.deletedAt = clock.instant();
    secrets.delete("endpointId", row.id);
  }

  private void set(EndpointRow row, WebhookRequest request) {
    policy.target(request.url());
    row.url = request.url();
    row.types = request.storedTypes();
    row.description = request.storedDescription();
    if (request.enabled() != null) {
      enable(row, request.enabled());
    }
  }

  private void enable(EndpointRow row, boolean wanted) {
    if (wanted) {
      row.enable();
    } else if (row.isEnabled()) {
      row.disable(Disabled.BY_PARTNER, clock.instant());
    }
  }
}

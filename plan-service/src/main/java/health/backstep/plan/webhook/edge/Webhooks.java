package health.backstep.plan.webhook.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.change.edge.ChangeFeed;
import health.backstep.plan.webhook.Disabled;
import health.backstep.plan.webhook.Health;
import health.backstep.plan.webhook.SigningSecret;
import health.backstep.plan.webhook.TargetPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What partners do with the endpoints of their tenant. */
@ApplicationScoped
class Webhooks {

  /** Beside it others may sign that have not run out. */
  private static final int MOST_SECRETS = 5;

  private final EndpointRows endpoints;
  private final SecretRows secrets;
  private final ProgressRows progress;
  private final SealedSecrets sealing;
  private final ChangeFeed feed;
  private final TargetPolicy policy;
  private final WebhookConfig config;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Webhooks(
      EndpointRows endpoints,
      SecretRows secrets,
      ProgressRows progress,
      SealedSecrets sealing,
      ChangeFeed feed,
      TargetPolicy policy,
      WebhookConfig config,
      Clock clock) {
    this.endpoints = endpoints;
    this.secrets = secrets;
    this.progress = progress;
    this.sealing = sealing;
    this.feed = feed;
    this.policy = policy;
    this.config = config;
    this.clock = clock;
  }

  /** A new endpoint, told of changes from now on; it is seen with its secret, closed. */
  WebhookView add(WebhookRequest request) {
    long now = feed.extent(tenant()).last();
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
    SecretRow secret = newSecret(row.id);
    return view(row).with(SecretsOnce.closed(secret.sealed));
  }

  /** What the partner sees of it. */
  WebhookView view(EndpointRow row) {
    return WebhookView.of(row, progress.health(row.id), secrets.signing(row.id, clock.instant()));
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

  /** A new secret; those before it go on signing for a while. */
  NewSecretView rotate(EndpointRow row) {
    Instant now = clock.instant();
    List<SecretRow> before = secrets.signing(row.id, now);
    if (before.size() >= MOST_SECRETS) {
      throw new ProblemException(
          409, "TOO_MANY_SECRETS", "Delete a secret that is no longer used first.", List.of());
    }
    Instant end = now.plus(config.overlap());
    before.stream()
        .filter(old -> old.expiresAt == null || old.expiresAt.isAfter(end))
        .forEach(old -> old.expiresAt = end);
    SecretRow made = newSecret(row.id);
    return new NewSecretView(
        row.id,
        made.id,
        SecretsOnce.closed(made.sealed),
        made.createdAt,
        before.stream().map(WebhookView.SecretView::of).toList());
  }

  /** Ends a secret at once; the last one cannot be ended. */
  void deleteSecret(EndpointRow row, UUID secretId) {
    List<SecretRow> signing = secrets.signing(row.id, clock.instant());
    SecretRow ending =
        signing.stream()
            .filter(secret -> secret.id.equals(secretId))
            .findFirst()
            .orElseThrow(
                () -> ProblemException.notFound("SECRET_NOT_FOUND", "No such secret signs here."));
    if (signing.stream().noneMatch(other -> other != ending && other.expiresAt == null)) {
      throw new ProblemException(
          409, "LAST_SECRET", "Make a new secret first; messages are always signed.", List.of());
    }
    secrets.delete(ending);
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

  private SecretRow newSecret(UUID endpointId) {
    SecretRow row = new SecretRow();
    row.id = Uuid7.next();
    row.endpointId = endpointId;
    row.sealed = sealing.seal(tenant(), endpointId, SigningSecret.make(random));
    row.createdAt = clock.instant();
    secrets.persistAndFlush(row);
    return row;
  }

  private static String tenant() {
    return TenantTransaction.current().name();
  }
}

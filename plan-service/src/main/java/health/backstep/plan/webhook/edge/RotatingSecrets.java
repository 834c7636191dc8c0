package health.backstep.plan.webhook.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.webhook.SigningSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes an endpoint of the running tenant from one signing secret to the next. */
@ApplicationScoped
class RotatingSecrets {

  /** A message is signed with each. */
  private static final int MOST = 5;

  private final SecretRows secrets;
  private final SealedSecrets sealing;
  private final WebhookConfig config;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  RotatingSecrets(SecretRows secrets, SealedSecrets sealing, WebhookConfig config, Clock clock) {
    this.secrets = secrets;
    this.sealing = sealing;
    this.config = config;
    this.clock = clock;
  }

  /** A secret that signs until it is ended. */
  SecretRow make(UUID endpointId) {
    SecretRow row = new SecretRow();
    row.id = Uuid7.next();
    row.endpointId = endpointId;
    row.sealed =
        sealing.seal(TenantTransaction.current().name(), endpointId, SigningSecret.make(random));
    row.createdAt = clock.instant();
    secrets.persistAndFlush(row);
    return row;
  }

  /** A new secret; those before it go on signing for a while. */
  NewSecretView rotate(UUID endpointId) {
    Instant now = clock.instant();
    List<SecretRow> before = secrets.signing(endpointId, now);
    if (before.size() >= MOST) {
      throw new ProblemException(
          409, "TOO_MANY_SECRETS", "Delete a secret that is no longer used first.", List.of());
    }
    Instant end = now.plus(config.overlap());
    before.stream()
        .filter(old -> old.expiresAt == null || old.expiresAt.isAfter(end))
        .forEach(old -> old.expiresAt = end);
    SecretRow made = make(endpointId);
    return new NewSecretView(
        endpointId,
        made.id,
        SecretsOnce.closed(made.sealed),
        made.createdAt,
        before.stream().map(WebhookView.SecretView::of).toList());
  }

  /** Ends a secret at once; the last one cannot be ended. */
  void end(UUID endpointId, UUID secretId) {
    List<SecretRow> signing = secrets.signing(endpointId, clock.instant());
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
}

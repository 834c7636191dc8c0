package health.backstep.plan.webhook.edge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A signing secret that was just made.
 *
 * @param others that sign beside it, and until when
 */
public record NewSecretView(
    UUID webhookId,
    UUID secretId,
    @Schema(description = "Shown now and never again.", examples = "whsec_...") String secret,
    Instant createdAt,
    List<WebhookView.SecretView> others) {}

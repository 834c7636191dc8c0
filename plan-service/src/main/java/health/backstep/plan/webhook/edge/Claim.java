package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.plan.webhook.Message;
import health.backstep.plan.webhook.SigningSecret;
import java.util.List;
import java.util.UUID;

/**
 * An attempt that this instance is to make, and nobody else until its lease is over.
 *
 * @param lease what shows in the end that it still is this instance's
 */
record Claim(
    Tenant tenant,
    UUID endpointId,
    UUID deliveryId,
    UUID lease,
    String url,
    Message message,
    List<SigningSecret> secrets) {}

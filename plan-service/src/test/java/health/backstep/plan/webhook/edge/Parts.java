package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import health.backstep.plan.change.ChangeType;
import health.backstep.plan.change.edge.NewChange;
import health.backstep.plan.change.edge.RecordingChanges;
import health.backstep.plan.webhook.TargetPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** What instances are made of, and changes for them to tell of. */
@Dependent
class Parts {

  @Inject WebhookConfig config;
  @Inject TargetPolicy policy;
  @Inject HostNames names;
  @Inject WorkOverview overview;
  @Inject NewDeliveries added;
  @Inject FanOut fanOut;
  @Inject Replaying replaying;
  @Inject Claims claims;
  @Inject ClaimEnds ends;
  @Inject DeliveryMetrics metrics;
  @Inject TidyingLog tidying;
  @Inject TenantTransaction transaction;
  @Inject RecordingChanges recording;

  /** A change of a new plan version of some patient, who is returned. */
  UUID planChanged(Partner partner) {
    return happens(partner, ChangeType.PLAN_CHANGED);
  }

  /** As when the first changes are past their time. */
  void removeChanges(Partner partner, int upTo) {
    partner.with("changes:read").get("/v1/changes").then().statusCode(200);
    Stored.alter(
        "delete from change where tenant = '%s' and number <= %d"
            .formatted(partner.tenant(), upTo));
    Stored.alter(
        "update change_feed set removed_up_to = %d where tenant = '%s'"
            .formatted(upTo, partner.tenant()));
  }

  UUID happens(Partner partner, ChangeType type) {
    UUID patientId = UUID.randomUUID();
    transaction.run(
        new Tenant(partner.tenant()),
        () ->
            recording.record(
                new NewChange(type, patientId, 3, null, UUID.randomUUID(), Instant.now())));
    return patientId;
  }
}

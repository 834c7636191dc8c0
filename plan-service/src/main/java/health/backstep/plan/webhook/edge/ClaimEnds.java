package health.backstep.plan.webhook.edge;

import health.backstep.backbone.outbox.Presence;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.webhook.Attempt;
import health.backstep.plan.webhook.Disabled;
import health.backstep.plan.webhook.Health;
import health.backstep.plan.webhook.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Takes back what was claimed, with the outcome of the attempt or without an attempt. */
@ApplicationScoped
class ClaimEnds {

  /** Written at once, so that requests find connections free. */
  private static final int WRITERS = 4;

  private static final String DISABLE =
      """
      update webhook_endpoint set disabled_because = ?, disabled_at = ?, version = version + 1
      where tenant = ? and id = ? and disabled_because is null
      """;

  private final TenantTransaction transaction;
  private final ProgressRows progress;
  private final ClaimRows rows;
  private final WebhookConfig config;
  private final Presence presence;
  private final Sql sql;
  private final Semaphore writers = new Semaphore(WRITERS);

  ClaimEnds(
      TenantTransaction transaction,
      ProgressRows progress,
      ClaimRows rows,
      WebhookConfig config,
      Presence presence,
      Sql sql) {
    this.transaction = transaction;
    this.progress = progress;
    this.rows = rows;
    this.config = config;
    this.presence = presence;
    this.sql = sql;
  }

  /** Notes how the attempt ended, unless its lease had run out before. */
  void end(Claim claim, Attempt attempt, Instant began, Duration took) {
    Instant now = began.plus(took);
    write(
        claim,
        before ->
            rows.attempts(claim)
                .ifPresent(
                    made -> {
                      rows.end(claim.deliveryId(), attempt, after(made, attempt, now), began, took);
                      judge(claim, attempt, before.health(), now);
                    }));
  }

  /** No attempt was made, so none is counted, and the endpoint is not blamed for it. */
  void putBack(Claim claim, Instant now) {
    write(claim, _ -> rows.putBack(claim, now.plus(config.putBackFor())));
  }

  private void write(Claim claim, Consumer<ProgressRows.Row> work) {
    writers.acquireUninterruptibly();
    try {
      transaction.run(claim.tenant(), () -> progress.lock(claim.endpointId()).ifPresent(work));
    } finally {
      writers.release();
    }
  }

  private static Progress after(int made, Attempt attempt, Instant now) {
    return new Progress(Progress.State.PENDING, made, Optional.empty())
        .after(attempt, now, ThreadLocalRandom.current().nextDouble());
  }

  /** While nobody was here to call it, an endpoint did not fail. */
  private void judge(Claim claim, Attempt attempt, Health before, Instant now) {
    Health health = before.after(attempt, now);
    if (!health.equals(before)) {
      progress.health(claim.endpointId(), health);
    }
    health
        .disabled(attempt, now, presence.span(config.disableAfter()))
        .ifPresent(reason -> disable(claim.tenant().name(), claim.endpointId(), reason, now));
  }

  private void disable(String tenant, UUID endpointId, Disabled reason, Instant now) {
    sql.update(DISABLE, reason.name(), now, tenant, endpointId);
  }
}

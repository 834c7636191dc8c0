package health.backstep.plan.webhook.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.backstep.plan.webhook.Disabled;
import health.backstep.plan.webhook.Health;
import health.backstep.plan.webhook.Missed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as its partner sees it.
 *
 * @param missed not there when it was told of everything
 * @param secret only where it was just made
 * @param disabled why it gets nothing; not there while it is enabled
 * @param failingSince not there when the last attempt was a success
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookView(
    UUID webhookId,
    String url,
    @Schema(description = "Types that are sent; empty means all.") List<String> types,
    String description,
    Status status,
    @Nullable Stop disabled,
    @Schema(description = "Since when every attempt has failed.") @Nullable Instant failingSince,
    @Schema(description = "No attempts before this: the receiver asked for a pause.")
        @Nullable Instant pausedUntil,
    @Nullable Missed missed,
    @Schema(description = "What messages are signed with, newest first; each one signs.")
        List<SecretView> secrets,
    @Schema(description = "Shown now and never again.", examples = "whsec_...")
        @Nullable String secret,
    Instant createdAt) {

  /** Whether messages are sent. */
  public enum Status {
    ENABLED,
    DISABLED
  }

  /** Why and since when nothing is sent. */
  public record Stop(Disabled reason, String detail, Instant at) {}

  /**
   * A signing secret without what is secret of it.
   *
   * @param expiresAt when it stops signing; not there when it does not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SecretView(UUID secretId, Instant createdAt, @Nullable Instant expiresAt) {

    static SecretView of(SecretRow row) {
      return new SecretView(row.id, row.createdAt, row.expiresAt);
    }
  }

  static WebhookView of(EndpointRow row, ProgressRows.Row progress, List<SecretRow> secrets) {
    Health health = progress.health();
    return new WebhookView(
        row.id,
        row.url,
        row.types(),
        row.description,
        row.isEnabled() ? Status.ENABLED : Status.DISABLED,
        row.isEnabled()
            ? null
            : new Stop(row.disabledBecause, row.disabledBecause.words(), row.disabledAt),
        health.failingSince().orElse(null),
        health.pausedUntil().orElse(null),
        progress.missed().orElse(null),
        secrets.stream().map(SecretView::of).toList(),
        null,
        row.createdAt);
  }

  /** With its secret, as it was made. */
  WebhookView with(String made) {
    return new WebhookView(
        webhookId,
        url,
        types,
        description,
        status,
        disabled,
        failingSince,
        pausedUntil,
        missed,
        secrets,
        made,
        createdAt);
  }
}

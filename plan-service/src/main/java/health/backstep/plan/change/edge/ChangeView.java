package health.backstep.plan.change.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.backstep.plan.change.Change;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change as partners see it, in the feed, in its stream and in a webhook.
 *
 * @param type such as {@code plan.changed}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeView(
    UUID id,
    long number,
    String type,
    UUID patientId,
    @Nullable Integer planVersion,
    @Nullable UUID dueId,
    @Nullable UUID eventId,
    Instant occurredAt,
    Links links) {

  /** Where to read what the change is about, relative to the service. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ChangeLinks")
  public record Links(
      String plan, @Nullable String version, @Nullable String diff, @Nullable String due) {}

  public static ChangeView of(Change change) {
    return new ChangeView(
        change.id(),
        change.number(),
        change.type().word(),
        change.patientId(),
        change.planVersion(),
        change.dueId(),
        change.eventId(),
        change.occurredAt(),
        links(change));
  }

  private static Links links(Change change) {
    String patient = "/v1/patients/" + change.patientId();
    String plan = patient + "/plan";
    String version =
        change.planVersion() == null ? null : plan + "/versions/" + change.planVersion();
    return new Links(
        plan,
        version,
        version == null ? null : version + "/diff",
        change.dueId() == null ? null : patient + "/due");
  }
}

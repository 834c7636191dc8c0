package health.backstep.plan.webhook.edge;

import health.backstep.plan.change.ChangeType;
import health.backstep.wire.Fault;
import health.backstep.wire.Refused;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a partner says of an endpoint.
 *
 * @param types empty or not given: all, also those that come later
 * @param enabled not given: enabled when it is new, and otherwise as it is
 */
public record WebhookRequest(
    @Schema(
            description = "Where messages are sent. https; redirects are not followed.",
            examples = "https://partner.example/backstep")
        @NotNull(message = "Say where messages are to be sent.")
        @Size(max = 2048, message = "At most 2048 characters.")
        String url,
    @Schema(
            description = "Types of changes that are wanted; none means all.",
            examples = "[\"plan.changed\", \"check-in.due\"]")
        @Nullable
        @Size(max = 20, message = "At most 20 types.")
        List<@Size(max = 64) String> types,
    @Schema(description = "For your own use.", examples = "Production receiver")
        @Nullable
        @Size(max = 200, message = "At most 200 characters.")
        String description,
    @Schema(description = "Whether messages are sent.") @Nullable Boolean enabled) {

  /**
   * The wanted types as they are stored.
   *
   * @throws Refused naming each word that is no type
   */
  String storedTypes() {
    List<String> words = types == null ? List.of() : types;
    Refused.ifAny(
        IntStream.range(0, words.size())
            .filter(i -> words.get(i) == null || ChangeType.of(words.get(i)).isEmpty())
            .mapToObj(WebhookRequest::unknownType)
            .toList());
    Set<String> sorted = new TreeSet<>(words);
    return String.join(",", sorted);
  }

  String storedDescription() {
    return description == null ? "" : description;
  }

  private static Fault unknownType(int index) {
    return new Fault(
        "/types/" + index,
        "UNKNOWN_TYPE",
        "Must be one of " + String.join(", ", ChangeType.words()) + ".");
  }
}

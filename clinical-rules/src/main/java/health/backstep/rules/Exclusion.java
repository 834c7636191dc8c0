package health.backstep.rules;

import java.util.Objects;

/**
 * A source that no rule and no exercise can carry.
 *
 * @param reason why not, in one sentence
 */
public record Exclusion(String id, String reason) {
  public Exclusion {
    Objects.requireNonNull(id, "an exclusion without an id");
    Objects.requireNonNull(reason, "reason of " + id);
  }
}

package health.backstep.profile.classification;

import java.util.Objects;

/** A rule that a classification rests on, in the version that was in force. */
public record DecidingRule(String id, int version) {

  public DecidingRule {
    Objects.requireNonNull(id, "rule");
  }
}

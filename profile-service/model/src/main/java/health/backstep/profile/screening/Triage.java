package health.backstep.profile.screening;

import health.backstep.profile.redflag.Answer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the screen of one assessment found.
 *
 * @param reasons every rule that applied, in the order of the rule set: the strongest first
 * @param inflammatoryPattern whether the pain behaves like inflammatory back pain; UNKNOWN when
 *     open questions could still decide it (RF-INFLAMMATORY)
 */
public record Triage(
    TriageOutcome outcome, List<TriageReason> reasons, Answer inflammatoryPattern) {

  public Triage {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(inflammatoryPattern, "inflammatoryPattern");
    reasons = List.copyOf(reasons);
  }

  /**
   * The red-flag rule because of which clearance given so far counts no more; empty when it stays.
   * Whoever gave it did not know of the flag.
   */
  public Optional<String> ruleThatEndsClearance() {
    return reasons.stream()
        .map(TriageReason::rule)
        .filter(RedFlagScreen.RULES_THAT_END_CLEARANCE::contains)
        .findFirst();
  }
}

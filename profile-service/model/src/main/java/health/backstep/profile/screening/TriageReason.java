package health.backstep.profile.screening;

import health.backstep.rules.Evidence;
import health.backstep.rules.Rule;
import java.util.List;
import java.util.Objects;

/**
 * A rule that applied, and what made it apply.
 *
 * @param rule id of the rule, for example {@code RF-URGENT}
 * @param text the reason in words for the patient
 * @param flags codes of what was found, at least one: a {@code RedFlag}, {@code UNANSWERED_} with
 *     one, an {@link Advisory}, an {@code InflammatorySign}, a {@link ClearanceGap} or a {@link
 *     SafetyGap}
 */
public record TriageReason(
    String rule,
    int ruleVersion,
    String text,
    Evidence evidence,
    List<String> sources,
    List<String> flags) {

  public TriageReason {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(evidence, "evidence");
    sources = List.copyOf(sources);
    flags = List.copyOf(flags);
  }

  static TriageReason of(Rule rule, List<String> flags) {
    return new TriageReason(
        rule.id(), rule.version(), rule.text(), rule.evidence(), rule.sources(), flags);
  }
}

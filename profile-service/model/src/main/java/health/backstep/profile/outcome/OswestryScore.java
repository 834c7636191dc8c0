package health.backstep.profile.outcome;

import health.backstep.profile.assessment.OdiAnswers;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.Optional;

/**
 * The Oswestry Disability Index, 0 (no limits) to 100 percent (PROM-ODI). Too few answers give no
 * score rather than a guess.
 */
public final class OswestryScore {

  public static final String RULE = "PROM-ODI";

  private final int answeredAtLeast;
  private final int itemMaximum;

  public OswestryScore(RuleSet rules) {
    Rule rule = rules.rule(RULE);
    this.answeredAtLeast = rule.threshold("answeredAtLeast");
    this.itemMaximum = rule.threshold("itemMaximum");
  }

  /** In percent, rounded; empty when too few items were answered. */
  public Optional<Integer> of(OdiAnswers answers) {
    if (answers.answered() < answeredAtLeast) {
      return Optional.empty();
    }
    double percent = 100.0 * answers.sum() / (itemMaximum * answers.answered());
    return Optional.of((int) Math.round(percent));
  }
}

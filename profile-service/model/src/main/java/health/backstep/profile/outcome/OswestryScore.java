package health.backstep.profile.outcome;

import health.backstep.profile.assessment.OdiAnswers;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.Optional;

/**
 * The Oswestry Disability Index, 0 (no limits) to 100 percent (PROM). Too few answers give no score
 * rather than a guess.
 */
public final class OswestryScore {

  private final int answeredAtLeast;
  private final int itemMaximum;

  public OswestryScore(RuleSet rules) {
    Rule rule = rules.rule(QuestionnaireScores.RULE);
    this.answeredAtLeast = rule.threshold("odiAnsweredAtLeast");
    this.itemMaximum = rule.threshold("odiItemMaximum");
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

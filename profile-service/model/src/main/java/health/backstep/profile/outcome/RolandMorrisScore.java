package health.backstep.profile.outcome;

import health.backstep.profile.assessment.RmdqAnswers;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.Optional;

/**
 * The Roland-Morris score, 0 (no limits) to 24 (PROM).
 *
 * <p>A statement left open is no "does not hold". A few of them are made up for in proportion, as
 * Kent and Lauridsen (2011) tried out; with more there is no score rather than a guess. The limit
 * is nine tenths of the answers, as for the Oswestry index.
 */
public final class RolandMorrisScore {

  private final int items;
  private final int answeredAtLeast;

  public RolandMorrisScore(RuleSet rules) {
    Rule rule = rules.rule(QuestionnaireScores.RULE);
    this.items = rule.threshold("rmdqItems");
    this.answeredAtLeast = rule.threshold("rmdqAnsweredAtLeast");
  }

  /** In points, rounded; empty when too few statements were answered. */
  public Optional<Integer> of(RmdqAnswers answers) {
    if (answers.answered() < answeredAtLeast) {
      return Optional.empty();
    }
    return Optional.of(Math.round((float) items * answers.yes() / answers.answered()));
  }
}

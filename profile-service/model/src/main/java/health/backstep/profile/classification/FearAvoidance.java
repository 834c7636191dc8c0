package health.backstep.profile.classification;

import health.backstep.profile.assessment.FabqPhysicalActivityAnswers;
import health.backstep.profile.outcome.QuestionnaireScores;
import health.backstep.rules.RuleSet;
import java.util.Optional;

/**
 * Fear of activity by the physical activity part of the Fear-Avoidance Beliefs Questionnaire
 * (PROM). It is high as soon as the answers given are over the limit, because an open item can only
 * add to them; it is low only when all are answered.
 */
public final class FearAvoidance {

  private final int highOver;

  public FearAvoidance(RuleSet rules) {
    this.highOver = rules.rule(QuestionnaireScores.RULE).threshold("fabqPaHighOver");
  }

  public Fear of(Optional<FabqPhysicalActivityAnswers> answers) {
    return answers.map(this::fearIn).orElse(Fear.UNKNOWN);
  }

  private Fear fearIn(FabqPhysicalActivityAnswers answers) {
    if (answers.sum() > highOver) {
      return Fear.HIGH;
    }
    return answers.isComplete() ? Fear.LOW : Fear.UNKNOWN;
  }
}

package health.backstep.profile;

import health.backstep.profile.classification.Classifier;
import health.backstep.profile.outcome.OutcomesOverTime;
import health.backstep.profile.outcome.QuestionnaireScores;
import health.backstep.profile.screening.RedFlagScreen;
import health.backstep.rules.RuleSet;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the domain, which knows no framework, into the service. */
class Domain {

  @Produces
  @Singleton
  RuleSet rules() {
    return RuleSet.current();
  }

  @Produces
  QuestionnaireScores scores(RuleSet rules) {
    return new QuestionnaireScores(rules);
  }

  @Produces
  OutcomesOverTime outcomes(RuleSet rules) {
    return new OutcomesOverTime(rules);
  }

  @Produces
  RedFlagScreen screen(RuleSet rules) {
    return new RedFlagScreen(rules);
  }

  @Produces
  Classifier classifier(RuleSet rules) {
    return new Classifier(rules);
  }
}

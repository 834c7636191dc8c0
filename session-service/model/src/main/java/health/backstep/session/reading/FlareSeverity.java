package health.backstep.session.reading;

import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import health.backstep.session.flare.Severity;

/** FL-SEV: one severity for a flare, the worst that applies. */
final class FlareSeverity {

  private final Rule rule;

  FlareSeverity(RuleSet rules) {
    this.rule = rules.rule("FL-SEV");
  }

  /**
   * The severity of something that is known to be a flare.
   *
   * @param rise points above the usual or the pain before the session
   * @param alarming FL-3 applies
   * @param activitiesImpossible usual activities are impossible
   */
  Severity of(int pain, double rise, boolean alarming, boolean activitiesImpossible) {
    if (pain >= rule.threshold("severePain") || activitiesImpossible) {
      return Severity.SEVERE;
    }
    if (pain >= rule.threshold("moderatePain")
        || rise > rule.threshold("moderateRiseOver")
        || alarming) {
      return Severity.MODERATE;
    }
    return Severity.MILD;
  }
}

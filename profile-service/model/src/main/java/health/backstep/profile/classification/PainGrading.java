package health.backstep.profile.classification;

import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;

/** The grade of a number on the pain scale (NRS-1). */
public final class PainGrading {

  static final String RULE = "NRS-1";

  private final int mildFrom;
  private final int moderateFrom;
  private final int severeFrom;

  public PainGrading(RuleSet rules) {
    Rule rule = rules.rule(RULE);
    this.mildFrom = rule.threshold("mildFrom");
    this.moderateFrom = rule.threshold("moderateFrom");
    this.severeFrom = rule.threshold("severeFrom");
  }

  /**
   * @param pain 0-10
   */
  public PainGrade of(int pain) {
    if (pain >= severeFrom) {
      return PainGrade.SEVERE;
    }
    if (pain >= moderateFrom) {
      return PainGrade.MODERATE;
    }
    return pain >= mildFrom ? PainGrade.MILD : PainGrade.NONE;
  }
}

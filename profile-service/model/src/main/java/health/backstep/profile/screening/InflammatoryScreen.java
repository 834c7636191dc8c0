package health.backstep.profile.screening;

import health.backstep.profile.assessment.Assessment;
import health.backstep.profile.assessment.InflammatorySign;
import health.backstep.profile.patient.Age;
import health.backstep.profile.redflag.Answer;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for inflammatory back pain by the experts' criteria of ASAS (RF-INFLAMMATORY). A question
 * left open is neither a yes nor a no.
 */
final class InflammatoryScreen {

  static final String RULE = "RF-INFLAMMATORY";

  private final int painOverMonths;
  private final int onsetBeforeYears;
  private final int signsAtLeast;

  InflammatoryScreen(RuleSet rules) {
    Rule rule = rules.rule(RULE);
    this.painOverMonths = rule.threshold("painOverMonths");
    this.onsetBeforeYears = rule.threshold("onsetBeforeYears");
    this.signsAtLeast = rule.threshold("signsAtLeast");
  }

  /**
   * @param age at the time of the assessment
   */
  InflammatoryPattern of(Assessment assessment, Age age) {
    List<InflammatorySign> yes = answered(Answer.YES, assessment, age);
    int open = answered(Answer.UNKNOWN, assessment, age).size();
    return new InflammatoryPattern(pattern(assessment, yes.size(), open), yes);
  }

  private Answer pattern(Assessment assessment, int yes, int open) {
    if (!isLongLasting(assessment) || yes + open < signsAtLeast) {
      return Answer.NO;
    }
    return yes >= signsAtLeast ? Answer.YES : Answer.UNKNOWN;
  }

  private boolean isLongLasting(Assessment assessment) {
    LocalDate limit = assessment.pain().onset().plusMonths(painOverMonths);
    return limit.isBefore(assessment.assessedOn());
  }

  private List<InflammatorySign> answered(Answer answer, Assessment assessment, Age age) {
    return Arrays.stream(InflammatorySign.values())
        .filter(sign -> answerTo(sign, assessment, age) == answer)
        .toList();
  }

  private Answer answerTo(InflammatorySign sign, Assessment assessment, Age age) {
    Answer given = assessment.inflammatory().to(sign);
    return sign == InflammatorySign.ONSET_BEFORE_40 ? onset(assessment, age, given) : given;
  }

  /**
   * Birth year and onset decide; what the patient said counts in the one year that they leave open.
   */
  private Answer onset(Assessment assessment, Age age, Answer given) {
    int years = assessment.assessedOn().getYear() - assessment.pain().onset().getYear();
    Age atOnset = age.yearsEarlier(years);
    if (!atOnset.mayBeUnder(onsetBeforeYears)) {
      return Answer.NO;
    }
    return atOnset.mayBeOver(onsetBeforeYears - 1) ? given : Answer.YES;
  }
}

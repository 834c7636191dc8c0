package health.backstep.profile.screening;

import health.backstep.profile.assessment.Assessment;
import health.backstep.profile.assessment.NightPain;
import health.backstep.profile.outcome.EarlierAssessment;
import health.backstep.profile.patient.Age;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the advisories of an assessment (RF-ADVISORY). */
final class Advisories {

  static final String RULE = "RF-ADVISORY";

  private final int ageOver;
  private final int ageUnder;
  private final int urgentFrom;
  private final GainSince gain;

  Advisories(RuleSet rules) {
    Rule rule = rules.rule(RULE);
    this.ageOver = rule.threshold("ageOverYears");
    this.ageUnder = rule.threshold("ageUnderYears");
    this.urgentFrom = rule.threshold("urgentFromCount");
    this.gain = new GainSince(rules);
  }

  List<Advisory> of(Assessment assessment, Age age, Optional<EarlierAssessment> earlier) {
    List<Advisory> found = new ArrayList<>();
    if (age.mayBeOver(ageOver)) {
      found.add(Advisory.OLDER_AGE);
    }
    if (age.mayBeUnder(ageUnder)) {
      found.add(Advisory.YOUNGER_AGE);
    }
    if (assessment.pain().nightPain() != NightPain.NONE) {
      found.add(Advisory.NIGHT_OR_REST_PAIN);
    }
    if (earlier.filter(then -> gain.isMissing(then, assessment)).isPresent()) {
      found.add(Advisory.NO_GAIN);
    }
    return found;
  }

  boolean areUrgent(List<Advisory> advisories) {
    return advisories.size() >= urgentFrom;
  }
}

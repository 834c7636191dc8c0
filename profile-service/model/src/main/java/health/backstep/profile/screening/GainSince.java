package health.backstep.profile.screening;

import health.backstep.profile.assessment.Assessment;
import health.backstep.profile.outcome.ChangeThatMatters;
import health.backstep.profile.outcome.EarlierAssessment;
import health.backstep.profile.outcome.OswestryScore;
import health.backstep.profile.outcome.RolandMorrisScore;
import health.backstep.profile.outcome.Verdict;
import health.backstep.rules.RuleSet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether six weeks went by without gain (RF-ADVISORY). Gain is a change that matters (OUT-1) in
 * pain or disability while neither got worse. Without pain there is nothing left to gain.
 */
final class GainSince {

  private final int noGainAfterDays;
  private final ChangeThatMatters change;
  private final OswestryScore oswestry;
  private final RolandMorrisScore rolandMorris;

  GainSince(RuleSet rules) {
    this.noGainAfterDays = rules.rule(Advisories.RULE).threshold("noGainAfterDays");
    this.change = new ChangeThatMatters(rules);
    this.oswestry = new OswestryScore(rules);
    this.rolandMorris = new RolandMorrisScore(rules);
  }

  boolean isMissing(EarlierAssessment earlier, Assessment assessment) {
    return assessment.pain().average7d() > 0
        && isLongEnoughAgo(earlier, assessment)
        && !isGain(verdicts(earlier, assessment));
  }

  private boolean isLongEnoughAgo(EarlierAssessment earlier, Assessment assessment) {
    LocalDate then = earlier.assessedAt().atZone(assessment.timeZone()).toLocalDate();
    return ChronoUnit.DAYS.between(then, assessment.assessedOn()) >= noGainAfterDays;
  }

  private List<Verdict> verdicts(EarlierAssessment earlier, Assessment assessment) {
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(change.ofPain(earlier.average7d(), assessment.pain().average7d()));
    assessment
        .questionnaires()
        .odi()
        .flatMap(oswestry::of)
        .flatMap(now -> earlier.odi().map(then -> change.ofOdi(then, now)))
        .ifPresent(verdicts::add);
    assessment
        .questionnaires()
        .rmdq()
        .flatMap(rolandMorris::of)
        .flatMap(now -> earlier.rmdq().map(then -> change.ofRmdq(then, now)))
        .ifPresent(verdicts::add);
    return verdicts;
  }

  private static boolean isGain(List<Verdict> verdicts) {
    return verdicts.contains(Verdict.IMPROVED) && !verdicts.contains(Verdict.WORSE);
  }
}

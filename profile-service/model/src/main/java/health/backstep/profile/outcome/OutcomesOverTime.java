package health.backstep.profile.outcome;

import health.backstep.profile.outcome.Outcome.Comparison;
import health.backstep.profile.outcome.Outcome.Standing;
import health.backstep.rules.RuleSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds each score of a patient to the first and to the previous one of its measure (OUT-1). A
 * questionnaire that was left out in between is no gap: the last one that was answered counts.
 */
public final class OutcomesOverTime {

  private final ChangeThatMatters change;

  public OutcomesOverTime(RuleSet rules) {
    this.change = new ChangeThatMatters(rules);
  }

  /**
   * @param assessments of one patient, oldest first
   * @return one outcome for each, in the same order
   */
  public List<Outcome> of(List<ScoredAssessment> assessments) {
    Map<Measure, ScoredAssessment> first = new EnumMap<>(Measure.class);
    Map<Measure, ScoredAssessment> previous = new EnumMap<>(Measure.class);
    List<Outcome> outcomes = new ArrayList<>();
    for (ScoredAssessment now : assessments) {
      List<Standing> standings = new ArrayList<>();
      for (Score score : now.scores()) {
        Measure measure = score.measure();
        standings.add(
            new Standing(
                score,
                comparison(first.get(measure), score),
                comparison(previous.get(measure), score)));
        first.putIfAbsent(measure, now);
        previous.put(measure, now);
      }
      outcomes.add(new Outcome(now.assessmentId(), now.assessedAt(), standings));
    }
    return outcomes;
  }

  private Optional<Comparison> comparison(ScoredAssessment earlier, Score now) {
    return Optional.ofNullable(earlier)
        .flatMap(
            then ->
                then.of(now.measure())
                    .map(
                        score ->
                            new Comparison(
                                then.assessmentId(), score.value(), change.of(score, now))));
  }
}

package health.backstep.profile.outcome;

import health.backstep.profile.Invariant;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a change that people notice from the scatter of a scale (OUT-1): so many points, where the
 * measure has a number of its own, or so many percent of where the patient began.
 */
public final class ChangeThatMatters {

  public static final String RULE = "OUT-1";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Map<Measure, Integer> points;
  private final BigDecimal baselinePercent;

  public ChangeThatMatters(RuleSet rules) {
    Rule rule = rules.rule(RULE);
    this.points =
        Map.of(
            Measure.PAIN, rule.threshold("painPoints"),
            Measure.ODI, rule.threshold("odiPoints"),
            Measure.RMDQ, rule.threshold("rmdqPoints"));
    this.baselinePercent = BigDecimal.valueOf(rule.threshold("baselinePercent"));
  }

  /**
   * How the later score stands to the earlier one. Empty when it cannot be told: the scores are not
   * made of the same activities, or the earlier one is 0 on a scale that has no number of points,
   * so that there is nothing to take 30 % of.
   */
  public Optional<Verdict> of(Score earlier, Score now) {
    Invariant.that(earlier.measure() == now.measure(), "scores must be of one measure");
    if (!earlier.isComparableWith(now)) {
      return Optional.empty();
    }
    BigDecimal change = now.value().subtract(earlier.value());
    boolean tellable = points.containsKey(now.measure()) || earlier.value().signum() > 0;
    return tellable || change.signum() == 0
        ? Optional.of(verdict(earlier, change))
        : Optional.empty();
  }

  /** Both on the numeric rating scale, 0-10. */
  public Verdict ofPain(int baseline, int now) {
    return ofPoints(Measure.PAIN, baseline, now);
  }

  /** Both in percent of the Oswestry Disability Index, 0-100. */
  public Verdict ofOdi(int baseline, int now) {
    return ofPoints(Measure.ODI, baseline, now);
  }

  /** Both in points of the Roland-Morris questionnaire, 0-24. */
  public Verdict ofRmdq(int baseline, int now) {
    return ofPoints(Measure.RMDQ, baseline, now);
  }

  private Verdict ofPoints(Measure measure, int baseline, int now) {
    return verdict(Score.whole(measure, baseline, 1), BigDecimal.valueOf((long) now - baseline));
  }

  private Verdict verdict(Score earlier, BigDecimal change) {
    if (!hasEnoughPoints(earlier.measure(), change) && !isLargeFor(earlier.value(), change)) {
      return Verdict.SAME;
    }
    return change.signum() < 0 == earlier.measure().lessIsBetter()
        ? Verdict.IMPROVED
        : Verdict.WORSE;
  }

  private boolean hasEnoughPoints(Measure measure, BigDecimal change) {
    Integer enough = points.get(measure);
    return enough != null && change.abs().compareTo(BigDecimal.valueOf(enough)) >= 0;
  }

  private boolean isLargeFor(BigDecimal baseline, BigDecimal change) {
    return change.signum() != 0
        && baseline.signum() > 0
        && change.abs().multiply(HUNDRED).compareTo(baseline.multiply(baselinePercent)) >= 0;
  }
}

package health.backstep.profile.outcome;

import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;

/**
 * Tells a change that people notice from the scatter of a scale (OUT-1): so many points, or so many
 * percent of where the patient began. On these scales less is better.
 */
public final class ChangeThatMatters {

  public static final String RULE = "OUT-1";

  private final int painPoints;
  private final int odiPoints;
  private final int baselinePercent;

  public ChangeThatMatters(RuleSet rules) {
    Rule rule = rules.rule(RULE);
    this.painPoints = rule.threshold("painPoints");
    this.odiPoints = rule.threshold("odiPoints");
    this.baselinePercent = rule.threshold("baselinePercent");
  }

  /** Both on the numeric rating scale, 0-10. */
  public Verdict ofPain(int baseline, int now) {
    return verdict(baseline, now, painPoints);
  }

  /** Both in percent of the Oswestry Disability Index, 0-100. */
  public Verdict ofOdi(int baseline, int now) {
    return verdict(baseline, now, odiPoints);
  }

  private Verdict verdict(int baseline, int now, int points) {
    int change = Math.abs(now - baseline);
    if (change < points && !isLargeFor(baseline, change)) {
      return Verdict.SAME;
    }
    return now < baseline ? Verdict.IMPROVED : Verdict.WORSE;
  }

  private boolean isLargeFor(int baseline, int change) {
    return baseline > 0 && change > 0 && 100 * change >= baselinePercent * baseline;
  }
}

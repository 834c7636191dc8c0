package health.backstep.profile.classification;

import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.Optional;

/**
 * The stage by pain, disability and irritability; the worst of them wins (TB-1). Without an
 * Oswestry score nobody has shown that daily life is little limited, so the stage is not BUILD.
 */
public final class TreatmentStage {

  static final String RULE = "TB-1";

  private final int calmPain;
  private final int calmOdi;
  private final int controlPain;
  private final int controlOdi;

  public TreatmentStage(RuleSet rules) {
    Rule rule = rules.rule(RULE);
    this.calmPain = rule.threshold("calmPain");
    this.calmOdi = rule.threshold("calmOdi");
    this.controlPain = rule.threshold("controlPain");
    this.controlOdi = rule.threshold("controlOdi");
  }

  /**
   * @param pain 0-10
   * @param odi Oswestry score in percent, 0-100; empty when not scored
   */
  public Stage of(int pain, Optional<Integer> odi, Irritability irritability) {
    if (pain >= calmPain || reaches(odi, calmOdi) || irritability == Irritability.HIGH) {
      return Stage.CALM;
    }
    boolean mayBuild =
        pain < controlPain
            && odi.isPresent()
            && !reaches(odi, controlOdi)
            && irritability == Irritability.LOW;
    return mayBuild ? Stage.BUILD : Stage.CONTROL;
  }

  private static boolean reaches(Optional<Integer> odi, int threshold) {
    return odi.filter(percent -> percent >= threshold).isPresent();
  }
}

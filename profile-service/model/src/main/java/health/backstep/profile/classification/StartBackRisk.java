package health.backstep.profile.classification;

import health.backstep.profile.assessment.StartBackAnswers;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.Optional;

/** The risk group by the STarT Back scores (SB-1). */
public final class StartBackRisk {

  static final String RULE = "SB-1";

  private final int lowUpToTotal;
  private final int highFromPsychosocial;

  public StartBackRisk(RuleSet rules) {
    Rule rule = rules.rule(RULE);
    this.lowUpToTotal = rule.threshold("lowUpToTotal");
    this.highFromPsychosocial = rule.threshold("highFromPsychosocial");
  }

  public RiskGroup of(Optional<StartBackAnswers> answers) {
    return answers.map(this::groupOf).orElse(RiskGroup.UNKNOWN);
  }

  private RiskGroup groupOf(StartBackAnswers answers) {
    if (answers.total() <= lowUpToTotal) {
      return RiskGroup.LOW;
    }
    return answers.psychosocial() >= highFromPsychosocial ? RiskGroup.HIGH : RiskGroup.MEDIUM;
  }
}

package health.backstep.profile.classification;

import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Acuity by the days since the pain began (AC-1). */
public final class AcuityBand {

  static final String RULE = "AC-1";

  private final int subacuteFromDays;
  private final int chronicOverDays;

  public AcuityBand(RuleSet rules) {
    Rule rule = rules.rule(RULE);
    this.subacuteFromDays = rule.threshold("subacuteFromDays");
    this.chronicOverDays = rule.threshold("chronicOverDays");
  }

  public Acuity of(LocalDate onset, LocalDate assessedOn) {
    long days = ChronoUnit.DAYS.between(onset, assessedOn);
    if (days > chronicOverDays) {
      return Acuity.CHRONIC;
    }
    return days >= subacuteFromDays ? Acuity.SUBACUTE : Acuity.ACUTE;
  }
}

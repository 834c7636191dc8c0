package health.backstep.session.redflag;

/** How soon a red flag needs medical care. */
public enum Urgency {
  /** Withheld until clearance is recorded after the answer. */
  URGENT("RF-URGENT"),
  /** Emergency care today. */
  EMERGENCY("RF-EMERGENCY");

  private final String rule;

  Urgency(String rule) {
    this.rule = rule;
  }

  /** The id of the rule that says so. */
  public String rule() {
    return rule;
  }
}

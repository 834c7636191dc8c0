package health.backstep.profile.assessment;

/** Pain at night or at rest. */
public enum NightPain {
  NONE,
  SOMETIMES,
  CONSTANT
}

package health.backstep.profile.classification;

/** What the plan aims at (TB-1), from gentlest to strongest. */
public enum Stage {
  /** Settle the symptoms. */
  CALM,
  /** Regain control of movement. */
  CONTROL,
  /** Build strength. */
  BUILD
}

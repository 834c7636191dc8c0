package health.backstep.plan.routine;

/** How far the patient has come (TB-1), the gentlest first. */
public enum Stage {
  CALM,
  CONTROL,
  BUILD
}

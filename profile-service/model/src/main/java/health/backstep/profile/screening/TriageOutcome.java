package health.backstep.profile.screening;

/** Whether exercise may begin, from best to worst. The worst that applies is the outcome. */
public enum TriageOutcome {
  /** A plan is allowed; reasons may still ask for care. */
  FIT,
  /** No plan until a health professional has given clearance. */
  NEEDS_CLEARANCE,
  /** No plan, and emergency care today. */
  EMERGENCY
}

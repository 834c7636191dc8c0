package health.backstep.plan.routine;

/** How much the patient fears that moving makes it worse (DERRY-FEAR). */
public enum Fear {
  LOW,
  HIGH,
  /** Not asked. */
  UNKNOWN
}

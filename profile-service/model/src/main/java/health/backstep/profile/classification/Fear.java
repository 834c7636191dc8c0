package health.backstep.profile.classification;

/** Beliefs that activity harms (FABQ-PA, PROM); UNKNOWN when it was not asked or not answered. */
public enum Fear {
  LOW,
  HIGH,
  UNKNOWN
}

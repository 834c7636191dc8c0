package health.backstep.profile.classification;

/** The risk that the pain goes on to limit life (SB-1); UNKNOWN when it was not asked. */
public enum RiskGroup {
  LOW,
  MEDIUM,
  HIGH,
  UNKNOWN
}

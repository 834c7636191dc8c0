package health.backstep.profile.assessment;

/** The tissue that the pain comes from, as far as it is known (CONC-SAFE). */
public enum PainSource {
  MUSCULAR,
  NERVOUS,
  SKELETAL,
  UNKNOWN
}

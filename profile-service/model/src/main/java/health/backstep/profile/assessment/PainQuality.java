package health.backstep.profile.assessment;

/** How the pain feels. */
public enum PainQuality {
  DULL,
  SHARP,
  SHOOTING,
  BURNING
}

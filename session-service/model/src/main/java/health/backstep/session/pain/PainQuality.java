package health.backstep.session.pain;

/** What a pain feels like, in the patient's choice of words. */
public enum PainQuality {
  DULL,
  SHARP,
  SHOOTING,
  BURNING
}

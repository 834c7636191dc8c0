package health.backstep.profile.assessment;

/** What a movement test did to the strength of the pain. */
public enum IntensityChange {
  BETTER,
  WORSE,
  SAME
}

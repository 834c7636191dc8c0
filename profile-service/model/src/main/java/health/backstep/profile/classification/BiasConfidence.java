package health.backstep.profile.classification;

/** How well a bias is founded. */
public enum BiasConfidence {
  /** A movement test showed it, and the change lasted (DP-1). */
  HIGH,
  /** Told and not tested (DP-2), tested without a lasting change, or no bias found. */
  LOW
}

package health.backstep.profile.assessment;

/** Where a movement test sent the pain: towards the spine, away from it, or nowhere. */
public enum LocationChange {
  CENTRALISED,
  PERIPHERALISED,
  NO_CHANGE
}

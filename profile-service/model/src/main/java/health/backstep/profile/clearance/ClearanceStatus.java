package health.backstep.profile.clearance;

/** What a health professional said about exercising. */
public enum ClearanceStatus {
  CLEARED,
  PENDING,
  WITHHELD
}

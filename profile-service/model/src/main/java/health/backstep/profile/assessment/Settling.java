package health.backstep.profile.assessment;

/** How long the pain takes to settle after something stirred it up. */
public enum Settling {
  UNDER_30_MINUTES,
  UP_TO_24_HOURS,
  OVER_24_HOURS
}

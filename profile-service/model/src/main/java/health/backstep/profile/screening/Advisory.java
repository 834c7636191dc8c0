package health.backstep.profile.screening;

/** A sign worth a word with a clinician; two or more are as urgent as a red flag (RF-ADVISORY). */
public enum Advisory {
  /** Over 50: serious causes are more common. */
  OLDER_AGE,
  /** Under 20. */
  YOUNGER_AGE,
  NIGHT_OR_REST_PAIN,
  /** Neither pain nor disability is better than six weeks ago. */
  NO_GAIN
}

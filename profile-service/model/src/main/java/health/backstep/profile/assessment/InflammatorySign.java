package health.backstep.profile.assessment;

/** What inflammatory back pain is told by (RF-INFLAMMATORY). */
public enum InflammatorySign {
  ONSET_BEFORE_40,
  SLOW_ONSET,
  BETTER_WITH_EXERCISE,
  NOT_BETTER_WITH_REST,
  NIGHT_PAIN_EASES_ON_GETTING_UP
}

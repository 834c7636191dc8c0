package health.backstep.profile.assessment;

/** How active the patient was before the pain began (RTB-FACTORS). */
public enum ActivityBefore {
  SEDENTARY,
  LIGHT,
  MODERATE,
  ACTIVE
}

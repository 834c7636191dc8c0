package health.backstep.plan.catalogue;

/** What an exercise works on. */
public enum Region {
  LOW_BACK,
  TRUNK,
  HIPS_AND_LEGS,
  UPPER_BODY,
  WHOLE_BODY
}

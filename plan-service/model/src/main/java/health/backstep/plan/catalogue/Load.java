package health.backstep.plan.catalogue;

/** What the muscles work against. */
public enum Load {
  NONE,
  BODY_WEIGHT,
  EXTERNAL
}

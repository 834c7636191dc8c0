package health.backstep.plan.course;

/** What kind of change made a version. */
public enum VersionKind {
  GENERATED,
  REGRESSED,
  RESTORED,
  PROGRESSED,
  WITHHELD,
  SUSPENDED
}

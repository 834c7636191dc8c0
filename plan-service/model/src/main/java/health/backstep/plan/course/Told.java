package health.backstep.plan.course;

import health.backstep.plan.routine.Routine;

/**
 * The exercises behind the latest version, shown or withheld, and since which version the patient's
 * own course has made them so. What was recorded against an older version than that was recorded
 * against an older plan; other minutes or equipment alone make none older.
 *
 * @param since 0 before the first version
 */
public record Told(Routine routine, int since) {

  static final Told NOTHING = new Told(Routine.EMPTY, 0);

  /** The same plan, fitted to other circumstances. */
  Told fitted(Told before) {
    return before.since > 0 ? new Told(routine, before.since) : this;
  }

  Told with(Routine now, int version) {
    return since > 0 && now.equals(routine) ? this : new Told(now, version);
  }
}

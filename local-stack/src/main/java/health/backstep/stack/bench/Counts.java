package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.SESSION;

/**
 * What was promised and what is there.
 *
 * @param sessionsAccepted 201s of sessions
 * @param flaresAccepted 201s of flares that opened or got worse
 * @param failures answers other than expected
 */
record Counts(
    long sessionsAccepted,
    long sessionRows,
    long sessionEvents,
    long flaresAccepted,
    long regressedPlans,
    long regressedEvents,
    long failures) {

  static Counts of(Platform platform, Tally tally) {
    return new Counts(
        tally.sessions(),
        platform.count(SESSION, "select count(*) from session"),
        platform.count(SESSION, events("pt.session.session-recorded.v1")),
        tally.flares(),
        platform.count(PLAN, "select count(*) from plan_version where kind = 'REGRESSED'"),
        platform.count(PLAN, events("pt.plan.plan-regressed.v1")),
        tally.failures());
  }

  boolean match() {
    return sessionsAccepted == sessionRows
        && sessionsAccepted == sessionEvents
        && flaresAccepted == regressedPlans
        && flaresAccepted == regressedEvents;
  }

  private static String events(String type) {
    return "select count(*) from outbox where headers->>'ce_type' = '" + type + "'";
  }
}

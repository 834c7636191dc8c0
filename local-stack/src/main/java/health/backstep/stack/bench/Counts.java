package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.SESSION;

/**
 * What was promised and what is there.
 *
 * @param sessionsAccepted 201s of sessions, also of those in batches and under overload
 * @param sessionsFolded into plans
 * @param flaresAccepted 201s of flares that opened or got worse
 * @param failures answers other than expected
 */
record Counts(
    long sessionsAccepted,
    long sessionRows,
    long sessionEvents,
    long sessionsFolded,
    long flaresAccepted,
    long regressedPlans,
    long regressedEvents,
    long failures) {

  private static final String SESSION_RECORDED = "pt.session.session-recorded.v1";
  private static final String PLAN_REGRESSED = "pt.plan.plan-regressed.v1";

  /** All since that moment. */
  static Counts since(Moment begin, Platform platform) {
    Tally tally = platform.tally();
    return new Counts(
        tally.sessions(),
        platform.count(SESSION, "select count(*) from session where " + begin.idsAfter("id")),
        platform.count(SESSION, events(SESSION_RECORDED, begin.afterPosition(SESSION))),
        platform.count(
            PLAN,
            "select count(*) from history_event where type = '%s' and %s"
                .formatted(SESSION_RECORDED, begin.idsAfter("event_id"))),
        tally.flares(),
        platform.count(
            PLAN,
            "select count(*) from plan_version where kind = 'REGRESSED' and created_at >= '%s'"
                .formatted(begin.at())),
        platform.count(PLAN, events(PLAN_REGRESSED, begin.afterPosition(PLAN))),
        tally.failures());
  }

  boolean match() {
    return sessionsAccepted == sessionRows
        && sessionsAccepted == sessionEvents
        && sessionsAccepted == sessionsFolded
        && flaresAccepted == regressedPlans
        && flaresAccepted == regressedEvents;
  }

  private static String events(String type, String since) {
    return "select count(*) from outbox where headers->>'ce_type' = '%s' and %s"
        .formatted(type, since);
  }
}

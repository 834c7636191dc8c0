package health.backstep.plan.benchmark;

import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.history.PlanEvent.Activity;
import health.backstep.plan.history.PlanEvent.Acuity;
import health.backstep.plan.history.PlanEvent.RiskGroup;
import health.backstep.plan.history.PlanEvent.Severity;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Fear;
import health.backstep.plan.routine.Stage;
import health.backstep.safety.history.Findings;
import health.backstep.safety.history.Findings.Triage;
import health.backstep.safety.history.Happening;
import health.backstep.safety.history.Happening.Assessed;
import health.backstep.safety.history.Happening.Cleared;
import health.backstep.safety.history.Happening.Flared;
import health.backstep.safety.history.Happening.Registered;
import health.backstep.safety.history.Happening.SessionDone;
import health.backstep.safety.history.Happening.Settled;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A year of one patient: 150 sessions, an assessment every four weeks, a flare now and then. */
final class Year {

  private static final int DAY = 24 * 60;
  private static final int SESSIONS = 150;
  private static final int SESSIONS_BETWEEN_ASSESSMENTS = 11;
  private static final int SESSIONS_BETWEEN_FLARES = 17;

  private Year() {}

  static List<Happening> happenings() {
    List<Happening> year = new ArrayList<>();
    year.add(new Registered(0, Set.of(Equipment.RESISTANCE_BAND), 20, 3, 40));
    year.add(new Cleared(10, true, 0));
    for (int session = 0; session < SESSIONS; session++) {
      if (session % SESSIONS_BETWEEN_ASSESSMENTS == 0) {
        year.add(new Assessed(60, findings(session)));
      }
      year.add(new SessionDone(2 * DAY + 600, 0, 0, true, 100, 0, 0, 0));
      if (session % SESSIONS_BETWEEN_FLARES == SESSIONS_BETWEEN_FLARES - 1) {
        Severity severity = session % 2 == 0 ? Severity.MILD : Severity.MODERATE;
        year.add(new Flared(30, 0, 0, 0, severity, false, 0b1000));
        year.add(new Settled(2 * DAY, 0));
      }
    }
    return List.copyOf(year);
  }

  private static Findings findings(int session) {
    return new Findings(
        Triage.FIT,
        Acuity.SUBACUTE,
        session == 0 ? Stage.CONTROL : Stage.BUILD,
        Bias.EXTENSION,
        Set.of(),
        RiskGroup.LOW,
        Activity.LIGHT,
        false,
        3,
        Fear.LOW);
  }
}

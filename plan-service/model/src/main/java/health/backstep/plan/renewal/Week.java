package health.backstep.plan.renewal;

import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.routine.Stage;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.time.Duration;

/** How many sessions a week holds: strength needs days between (PL-DOSE). */
final class Week {

  private final Rule dose;

  Week(RuleSet rules) {
    this.dose = rules.rule("PL-DOSE");
  }

  /** What the patient wishes, or less where there is strength work in it. */
  int sessions(PlanState state) {
    int wished = state.circumstances().patient().orElseThrow().sessionsPerWeek();
    return hasStrength(state) ? Math.min(wished, strengthDays()) : wished;
  }

  boolean hasStrength(PlanState state) {
    return state.needs().stage() != Stage.CALM
        && state.training().routine().items().stream()
            .anyMatch(item -> item.exercise().kind() == Kind.STRENGTH);
  }

  int hoursApart() {
    return dose.threshold("strengthHoursApart");
  }

  private int strengthDays() {
    int fitting = (int) (Duration.ofDays(7).toHours() / hoursApart());
    return Math.min(dose.threshold("strengthDaysPerWeek"), fitting);
  }
}

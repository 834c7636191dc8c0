package health.backstep.plan.progression;

import health.backstep.plan.history.PlanEvent.ExerciseDone;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Routine;
import health.backstep.rules.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Repetitions to spare, session by session (PR-2). */
final class Surplus {

  private final Rule rule;

  Surplus(Rule rule) {
    this.rule = rule;
  }

  /**
   * The exercises done with repetitions to spare, each with the sessions in a row; one that was
   * done without begins anew, one that was left out keeps its row.
   */
  Map<String, Integer> count(Map<String, Integer> before, Routine asked, SessionRecorded session) {
    Map<String, Integer> rows = new HashMap<>(before);
    for (ExerciseDone done : session.exercises()) {
      boolean spare =
          asked.find(done.exerciseId()).filter(item -> hasSpare(item, done)).isPresent();
      if (spare && session.green()) {
        rows.merge(done.exerciseId(), 1, Integer::sum);
      } else {
        rows.remove(done.exerciseId());
      }
    }
    return rows;
  }

  /** The exercises that have earned more. */
  Set<String> earned(Map<String, Integer> rows) {
    Set<String> earned = new HashSet<>();
    rows.forEach(
        (exercise, sessions) -> {
          if (sessions >= rule.threshold("sessions")) {
            earned.add(exercise);
          }
        });
    return earned;
  }

  /** In the last of all sets asked; seconds that were only held are not counted. */
  private boolean hasSpare(Item item, ExerciseDone done) {
    return item.dose().secondsPerRep() > 0
        && done.level() >= item.level()
        && done.sets() >= item.dose().sets()
        && done.repsInLastSet() >= item.dose().reps() + rule.threshold("extraReps");
  }
}

package health.backstep.stack.replay;

import health.backstep.plan.fold.PlanFold;
import health.backstep.plan.history.FoldedEvent;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.replay.Comparing;
import health.backstep.plan.replay.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What two rule sets make of all stored histories.
 *
 * @param unfoldable of whom nothing can be said, one line each with the reason
 */
public record ComparedHistories(Comparison comparison, List<String> unfoldable) {

  private static final int EXAMPLES = 5;

  /**
   * Folds every stored history twice.
   *
   * @param next told about each patient that is done
   */
  public static ComparedHistories of(
      PlanDatabase database, PlanFold before, PlanFold after, Runnable next) {
    Comparing comparing = new Comparing(before, after);
    ComparedHistories all = new ComparedHistories(new Comparison(EXAMPLES), new ArrayList<>());
    database.forEach(
        Optional.empty(),
        rows -> {
          all.add(rows, comparing);
          next.run();
        });
    return all;
  }

  /** One patient's broken history must not keep the others from being looked at. */
  private void add(CourseRows rows, Comparing comparing) {
    try {
      List<PlanEvent> events = rows.toCourse().events().stream().map(FoldedEvent::event).toList();
      comparison.add(rows.patientId(), comparing.compare(events));
    } catch (RuntimeException e) {
      unfoldable.add("patient " + rows.patientId() + ": " + e);
    }
  }
}

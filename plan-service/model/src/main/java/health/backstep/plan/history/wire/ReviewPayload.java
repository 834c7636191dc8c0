package health.backstep.plan.history.wire;

import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.Edit;
import health.backstep.plan.history.PlanEvent.ReviewDecided;
import health.backstep.plan.history.PlanEvent.ReviewDecision;
import java.util.List;
import java.util.Optional;

/** A clinician's review as stored in the history. */
public record ReviewPayload(
    ReviewDecision decision, String by, String words, Optional<List<EditPayload>> edits) {

  /** What is done to an exercise. */
  public enum Action {
    REMOVE,
    SET_LEVEL,
    ADD
  }

  /**
   * One change to the exercises.
   *
   * @param level for all but {@link Action#REMOVE}
   */
  public record EditPayload(Action action, String exerciseId, Optional<Integer> level) {

    Edit toEdit() {
      return switch (action) {
        case REMOVE -> new Edit.Remove(exerciseId);
        case SET_LEVEL -> new Edit.SetLevel(exerciseId, level.orElseThrow());
        case ADD -> new Edit.Add(exerciseId, level.orElseThrow());
      };
    }
  }

  public PlanEvent toEvent(Cause cause) {
    return new ReviewDecided(cause, decision, by, words, changes());
  }

  /** What is to be done to the exercises, in order. */
  public List<Edit> changes() {
    return edits.orElse(List.of()).stream().map(EditPayload::toEdit).toList();
  }
}

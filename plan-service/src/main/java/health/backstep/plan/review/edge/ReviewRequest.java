package health.backstep.plan.review.edge;

import health.backstep.plan.history.PlanEvent.ReviewDecision;
import health.backstep.plan.history.wire.ReviewPayload;
import health.backstep.plan.history.wire.ReviewPayload.Action;
import health.backstep.plan.history.wire.ReviewPayload.EditPayload;
import health.backstep.wire.Fault;
import health.backstep.wire.Refused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a clinician decided about a plan, in words for the patient. */
public record ReviewRequest(
    @NotNull ReviewDecision decision,
    @NotNull @Size(min = 1, max = 200) String by,
    @NotNull @Size(min = 1, max = 1000) String words,
    @Nullable @Size(min = 1, max = 30) List<@NotNull @Valid EditRequest> edits) {

  /**
   * One change to the exercises.
   *
   * @param level from 1; for all but {@link Action#REMOVE}
   */
  public record EditRequest(
      @NotNull Action action,
      @NotNull @Size(min = 1, max = 64) String exerciseId,
      @Nullable @Min(1) @Max(10) Integer level) {

    EditPayload toPayload() {
      return new EditPayload(action, exerciseId, Optional.ofNullable(level));
    }
  }

  /**
   * The review as it is kept.
   *
   * @throws Refused when the edits do not belong to the decision, or a level is missing
   */
  public ReviewPayload toPayload() {
    Refused.ifAny(faults());
    return new ReviewPayload(
        decision,
        by,
        words,
        Optional.ofNullable(edits)
            .map(changes -> changes.stream().map(EditRequest::toPayload).toList()));
  }

  private List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (decision == ReviewDecision.EDIT && edits == null) {
      faults.add(new Fault("/edits", "REQUIRED", "The decision EDIT needs at least one edit."));
    }
    if (decision != ReviewDecision.EDIT && edits != null) {
      faults.add(new Fault("/edits", "EDITS_NOT_EXPECTED", "Only the decision EDIT takes edits."));
    }
    for (int place = 0; edits != null && place < edits.size(); place++) {
      EditRequest edit = edits.get(place);
      if (edit.action() != Action.REMOVE && edit.level() == null) {
        faults.add(new Fault("/edits/" + place + "/level", "REQUIRED", "Name the level."));
      }
    }
    return faults;
  }
}

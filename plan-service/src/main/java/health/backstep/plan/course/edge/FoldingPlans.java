package health.backstep.plan.course.edge;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.due.edge.FoldingDue;
import health.backstep.plan.fold.Rulebook;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.FoldedEvent;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.edge.Histories;
import health.backstep.plan.history.wire.PlanEventReader;
import health.backstep.plan.history.wire.PlanTime;
import health.backstep.wire.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Folds an event into a patient's plan: history, plan version and outgoing events in one
 * transaction. A new event is folded under the current rule set, and under that one ever after.
 */
@ApplicationScoped
public class FoldingPlans {

  private final Rulebook rulebook;
  private final Courses courses;
  private final Histories histories;
  private final FoldedStates states;
  private final PublishingPlans publishing;
  private final FoldingDue due;

  FoldingPlans(
      Rulebook rulebook,
      Courses courses,
      Histories histories,
      FoldedStates states,
      PublishingPlans publishing,
      FoldingDue due) {
    this.rulebook = rulebook;
    this.courses = courses;
    this.histories = histories;
    this.states = states;
    this.publishing = publishing;
    this.due = due;
  }

  /** Folds an event that came on a topic. */
  public void fold(EventEnvelope event) {
    Cause cause = new Cause(event.id(), event.type(), PlanTime.asStored(event.time()));
    fold(event.patientId(), cause, event.data(), event.asCause());
  }

  /**
   * Folds an event into the patient's plan.
   *
   * @return the version that it made, if it made one
   */
  public Optional<PlanVersion> fold(
      UUID patientId, Cause cause, byte[] payload, health.backstep.backbone.event.Cause chain) {
    FoldedEvent event =
        new FoldedEvent(PlanEventReader.read(cause, payload), rulebook.currentVersion());
    CourseRow row = courses.lock(patientId).orElseGet(() -> begin(patientId));
    Step step = rulebook.apply(state(row), event);

    row.lastOrdinal++;
    row.lastEventId = cause.eventId();
    row.clearanceEnds = step.state().clearanceEnds().orElse(null);
    histories.append(patientId, row.lastOrdinal, event, payload);
    step.version()
        .ifPresent(
            version -> {
              row.version = version.number();
              publishing.publish(patientId, version, chain);
            });
    due.fold(patientId, cause, payload, step.version());
    if (!courses.isPersistent(row)) {
      courses.persist(row);
    }
    states.remember(patientId, cause.eventId(), step.state());
    return step.version();
  }

  /**
   * What of a clinician's edits the patient's plan cannot take, by place; the patient is locked.
   */
  List<Fault> faults(UUID patientId, List<PlanEvent.Edit> edits) {
    return edits.isEmpty()
        ? List.of()
        : courses
            .lock(patientId)
            .map(this::state)
            .filter(PlanState::isAssessed)
            .map(state -> rulebook.current().faults(state, edits))
            .orElse(List.of());
  }

  private PlanState state(CourseRow row) {
    if (row.lastOrdinal == 0) {
      return PlanState.EMPTY;
    }
    return states
        .find(row.patientId, row.lastEventId)
        .orElseGet(() -> rulebook.fold(histories.of(row.patientId)));
  }

  private static CourseRow begin(UUID patientId) {
    CourseRow row = new CourseRow();
    row.patientId = patientId;
    return row;
  }
}

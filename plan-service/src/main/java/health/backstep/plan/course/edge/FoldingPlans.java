package health.backstep.plan.course.edge;

import static java.util.stream.Collectors.toSet;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.course.edge.FoldedCourses.Folded;
import health.backstep.plan.course.edge.FoldedCourses.Moved;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Folds an event into a patient's plan: history, plan version and outgoing events in one
 * transaction. A new event is folded under the current rule set, and under that one ever after.
 */
@ApplicationScoped
public class FoldingPlans {

  private final Rulebook rulebook;
  private final FoldedCourses courses;
  private final Histories histories;
  private final FoldedStates states;
  private final PublishingPlans publishing;
  private final FoldingDue due;

  FoldingPlans(
      Rulebook rulebook,
      FoldedCourses courses,
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

  /** Before the first event of a transaction: these will be folded in it. */
  void expect(List<EventEnvelope> events) {
    Set<UUID> patients = events.stream().map(EventEnvelope::patientId).collect(toSet());
    courses.expect(patients);
    due.expect(patients);
  }

  /** After the last of them. */
  void finish() {
    courses.finish();
    due.finish();
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
    Optional<Folded> before = courses.lock(patientId);
    Step step = rulebook.apply(state(patientId, before), event);

    Folded after = after(before, cause.eventId(), step.version());
    Instant clearanceEnds = step.state().clearanceEnds().orElse(null);
    courses.moveOn(new Moved(patientId, after, event, payload, clearanceEnds));
    step.version().ifPresent(version -> publishing.publish(patientId, version, chain));
    due.fold(patientId, cause, payload, step.version());
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
            .map(folded -> state(patientId, Optional.of(folded)))
            .filter(PlanState::isAssessed)
            .map(state -> rulebook.current().faults(state, edits))
            .orElse(List.of());
  }

  private PlanState state(UUID patientId, Optional<Folded> folded) {
    return folded
        .map(
            known ->
                states
                    .find(patientId, known.lastEventId())
                    .orElseGet(() -> rulebook.fold(histories.of(patientId))))
        .orElse(PlanState.EMPTY);
  }

  private static Folded after(
      Optional<Folded> before, UUID eventId, Optional<PlanVersion> version) {
    return new Folded(
        before.map(Folded::lastOrdinal).orElse(0) + 1,
        eventId,
        version.map(PlanVersion::number).or(() -> before.map(Folded::version)).orElse(0));
  }
}

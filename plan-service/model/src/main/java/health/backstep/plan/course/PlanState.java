package health.backstep.plan.course;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.gate.Clearance;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import health.backstep.plan.routine.Needs;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the events so far have made of one patient's plan.
 *
 * @param told the exercises of the current version, and since when
 * @param latest the latest time of any event so far
 */
public record PlanState(
    Circumstances circumstances,
    Learned learned,
    Training training,
    Optional<PlanVersion> current,
    Told told,
    Instant latest) {

  public static final PlanState EMPTY =
      new PlanState(
          Circumstances.UNKNOWN,
          Learned.NOTHING,
          Training.NOT_BEGUN,
          Optional.empty(),
          Told.NOTHING,
          Instant.MIN);

  /** An event of that time has come; one that comes late does not turn time back. */
  public PlanState asOf(Instant time) {
    return time.isAfter(latest)
        ? new PlanState(circumstances, learned, training, current, told, time)
        : this;
  }

  public PlanState with(Circumstances changed) {
    return new PlanState(changed, learned, training, current, told, latest);
  }

  public PlanState with(Learned changed) {
    return new PlanState(circumstances, changed, training, current, told, latest);
  }

  public PlanState with(Training changed) {
    return new PlanState(circumstances, learned, changed, current, told, latest);
  }

  public PlanState with(PlanVersion version) {
    return new PlanState(
        circumstances,
        learned,
        training,
        Optional.of(version),
        told.with(training.routine(), version.number()),
        latest);
  }

  /** Only circumstances have changed since that state, and not how the patient is. */
  public PlanState fittedFrom(PlanState before) {
    return new PlanState(
        circumstances, learned, training, current, told.fitted(before.told), latest);
  }

  /** The patient exercised, whatever came of it. */
  public PlanState trained(SessionRecorded session) {
    return with(circumstances.trained(session.endedAt()));
  }

  public boolean isAssessed() {
    return circumstances.assessment().isPresent() && circumstances.patient().isPresent();
  }

  /**
   * When a running plan closes because its clearance runs out (CL-1); empty while none is open,
   * because a lapse that has been noticed is not noticed again.
   */
  public Optional<Instant> clearanceEnds() {
    boolean open = current.filter(plan -> plan.status().showsExercises()).isPresent();
    return circumstances.clearance().filter(clearance -> open).flatMap(Clearance::validUntil);
  }

  /** PL-POLICY; before the first assessment the careful one. */
  public Policy policy() {
    return circumstances.assessment().map(Policy::of).orElse(Policy.PAIN_CONTINGENT);
  }

  /**
   * What a routine has to fit now.
   *
   * @throws java.util.NoSuchElementException before the first assessment
   */
  public Needs needs() {
    AssessmentCompleted assessment = circumstances.assessment().orElseThrow();
    PatientRecorded patient = circumstances.patient().orElseThrow();
    Set<Direction> forbidden = new HashSet<>(assessment.forbidden());
    forbidden.addAll(learned.forbidden());
    return new Needs(
        Starting.stage(assessment),
        assessment.bias(),
        circumstances.background().otherDirections(),
        forbidden,
        circumstances.clearance().map(Clearance::loading).orElse(false),
        patient.equipment(),
        patient.minutesPerSession(),
        patient.sessionsPerWeek(),
        Starting.level(assessment, circumstances.background()),
        patient.ageBand(),
        assessment.fear(),
        learned.excluded());
  }
}

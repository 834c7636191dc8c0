package health.backstep.session.workout;

import health.backstep.session.intake.RecordedTime;
import health.backstep.wire.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a session can have happened as recorded, against the plan version it names. */
public final class SessionCheck {

  /** The session names a version that the patient never had, as far as is known here. */
  public static final String PLAN_VERSION_UNKNOWN = "PLAN_VERSION_UNKNOWN";

  private static final Duration LONGEST = Duration.ofHours(24);

  private SessionCheck() {}

  /**
   * All faults of the session, in the order of the request; empty when it can be taken in.
   *
   * @param plan the version that the session names, empty when there never was one
   */
  public static List<Fault> faults(
      WorkoutSession session, Optional<PrescribedPlan> plan, Instant now) {
    List<Fault> faults = new ArrayList<>();
    if (plan.isEmpty()) {
      faults.add(
          new Fault(
              "/planVersion",
              PLAN_VERSION_UNKNOWN,
              "the patient has no such plan version; read the plan and send its version"));
    }
    addTimeFaults(faults, session, now);
    addRepetitions(faults, session.exercises());
    plan.ifPresent(known -> addPrescriptionFaults(faults, session.exercises(), known));
    return List.copyOf(faults);
  }

  private static void addTimeFaults(List<Fault> faults, WorkoutSession session, Instant now) {
    RecordedTime.fault("/startedAt", session.startedAt(), now).ifPresent(faults::add);
    RecordedTime.fault("/endedAt", session.endedAt(), now).ifPresent(faults::add);
    Duration length = Duration.between(session.startedAt(), session.endedAt());
    if (length.isNegative()) {
      faults.add(
          new Fault(
              "/endedAt",
              "ENDS_BEFORE_START",
              "the session ends before it starts; check both times and their offsets"));
    }
    if (length.compareTo(LONGEST) > 0) {
      faults.add(
          new Fault(
              "/endedAt",
              "SESSION_TOO_LONG",
              "the session lasts more than 24 hours; record each session on its own"));
    }
  }

  private static void addRepetitions(List<Fault> faults, List<PerformedExercise> exercises) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < exercises.size(); i++) {
      if (!seen.add(exercises.get(i).exerciseId())) {
        faults.add(
            new Fault(
                "/exercises/" + i + "/exerciseId",
                "EXERCISE_REPEATED",
                "the exercise is listed before; put all its sets into one entry"));
      }
    }
  }

  private static void addPrescriptionFaults(
      List<Fault> faults, List<PerformedExercise> exercises, PrescribedPlan plan) {
    for (int i = 0; i < exercises.size(); i++) {
      prescriptionFault("/exercises/" + i, exercises.get(i), plan).ifPresent(faults::add);
    }
  }

  private static Optional<Fault> prescriptionFault(
      String at, PerformedExercise exercise, PrescribedPlan plan) {
    Optional<PrescribedExercise> item = plan.item(exercise.exerciseId());
    if (item.isEmpty()) {
      return Optional.of(
          new Fault(
              at + "/exerciseId",
              "EXERCISE_NOT_PRESCRIBED",
              "this plan version does not hold the exercise; send the version worked from"));
    }
    return item.filter(asked -> exercise.level() > asked.level())
        .map(
            asked ->
                new Fault(
                    at + "/level",
                    "LEVEL_NOT_PRESCRIBED",
                    "the level is above the one asked for; send the prescribed level or a lower"));
  }
}

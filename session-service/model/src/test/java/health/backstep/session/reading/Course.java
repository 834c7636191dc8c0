package health.backstep.session.reading;

import health.backstep.rules.RuleSet;
import health.backstep.session.checkin.CheckIn;
import health.backstep.session.flare.SelfReport;
import health.backstep.session.workout.PlanStatus;
import health.backstep.session.workout.PrescribedExercise;
import health.backstep.session.workout.PrescribedPlan;
import health.backstep.session.workout.WorkoutSession;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** One patient's course in a test: keeps the state and numbers the flares from 1. */
final class Course {

  private final RecoveryCourse rules;
  private CourseState state;
  private int flares;

  private Course(ZoneId zone) {
    rules = new RecoveryCourse(RuleSet.current(), () -> new UUID(0, ++flares));
    state = CourseState.beginning(zone);
  }

  /** A patient who has not been assessed. */
  static Course unassessed() {
    return new Course(ZoneOffset.UTC);
  }

  /** A patient who was assessed long ago, with that 7-day average. */
  static Course withBaseline(int pain) {
    return withBaseline(pain, ZoneOffset.UTC);
  }

  static Course withBaseline(int pain, ZoneId zone) {
    Course course = new Course(zone);
    course.records(new AssessmentTaken(Instant.parse("2026-10-01T08:00:00Z"), pain));
    return course;
  }

  /** A session of a plan that asked for these exercises, the first one to warm up. */
  Reading records(WorkoutSession session) {
    return records(
        session,
        new PrescribedPlan(
            session.planVersion(),
            PlanStatus.ACTIVE,
            Optional.empty(),
            session.exercises().stream()
                .map(
                    done ->
                        new PrescribedExercise(
                            done.exerciseId(), done.level(), 1, Optional.empty()))
                .toList()));
  }

  Reading records(WorkoutSession session, PrescribedPlan plan) {
    return keep(rules.read(state, session, plan));
  }

  Reading records(CheckIn checkIn) {
    return keep(rules.read(state, checkIn));
  }

  Reading records(SelfReport report) {
    return keep(rules.read(state, report));
  }

  Reading records(AssessmentTaken assessment) {
    return keep(rules.read(state, assessment));
  }

  CourseState state() {
    return state;
  }

  private Reading keep(Reading reading) {
    state = reading.next();
    return reading;
  }
}

package health.backstep.session.reading;

import health.backstep.rules.RuleSet;
import health.backstep.session.pain.Baseline;
import health.backstep.session.workout.PerformedExercise;
import health.backstep.session.workout.WorkoutSession;
import java.util.Optional;

/**
 * The limits of PM-GREEN, PM-AMBER and PM-RED.
 *
 * <p>A dull ache in the muscle that is being worked does not count as a rise, because soreness wins
 * over pain monitoring (SO-1); over the PM-RED limit it is too much all the same.
 */
final class PainMonitoring {

  private final int redOver;
  private final int redRiseOver;
  private final int greenUpTo;

  PainMonitoring(RuleSet rules) {
    redOver = rules.rule("PM-RED").threshold("painOver");
    redRiseOver = rules.rule("PM-RED").threshold("riseOver");
    greenUpTo = rules.rule("PM-GREEN").threshold("painUpTo");
  }

  /** PM-RED during or after the session; the next morning is a check-in's to tell. */
  boolean red(WorkoutSession session) {
    return overLimits(session.painAfter(), session.painBefore())
        || session.exercises().stream()
            .anyMatch(exercise -> overLimits(exercise, session.painBefore()));
  }

  /** PM-RED by what was felt during this exercise. */
  boolean overLimits(PerformedExercise exercise, int painBefore) {
    return exercise.signs().workedMuscleAche()
        ? exercise.painDuring() > redOver
        : overLimits(exercise.painDuring(), painBefore);
  }

  boolean green(WorkoutSession session) {
    return session.worstPain() <= greenUpTo;
  }

  /** The part of PM-RED that looks at the next morning; without a baseline it cannot tell. */
  boolean redNextMorning(int pain, Optional<Baseline> baseline) {
    return baseline.filter(usual -> pain > usual.pain()).isPresent();
  }

  private boolean overLimits(int pain, int painBefore) {
    return pain > redOver || pain - painBefore > redRiseOver;
  }
}

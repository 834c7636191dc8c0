package health.backstep.session.reading;

import health.backstep.rules.RuleSet;
import health.backstep.session.workout.PerformedExercise;
import health.backstep.session.workout.WorkoutSession;
import java.util.List;
import java.util.Set;

/**
 * SO-3: an ache in worked muscles that is there in the warm-up and again after it. An ache that the
 * warm-up takes away is none of this, also when two exercises of the warm-up ached. The ache need
 * not be called dull, as long as nothing alarming is said of it, because the rule is a step back.
 */
final class WarmUpSoreness {

  private final int painFrom;

  WarmUpSoreness(RuleSet rules) {
    painFrom = rules.rule("SO-3").threshold("painFrom");
  }

  /**
   * The exercises after the warm-up in which the ache went on or came back.
   *
   * @param warmUp ids of the exercises that warm up
   */
  List<String> lasting(WorkoutSession session, Set<String> warmUp) {
    return session.exercises().stream()
        .dropWhile(exercise -> !(warms(exercise, warmUp) && aches(exercise)))
        .filter(exercise -> !warms(exercise, warmUp) && aches(exercise))
        .map(PerformedExercise::exerciseId)
        .toList();
  }

  private static boolean warms(PerformedExercise exercise, Set<String> warmUp) {
    return warmUp.contains(exercise.exerciseId());
  }

  private boolean aches(PerformedExercise exercise) {
    return exercise.painDuring() >= painFrom && exercise.signs().possibleMuscleAche();
  }
}

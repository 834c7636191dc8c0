package health.backstep.session.workout;

import java.util.List;

/**
 * How much of what was asked was done (PR-1 looks at it).
 *
 * <p>Every prescribed exercise weighs the same, because repetitions and holds cannot be added up;
 * none counts for more than what was asked, so that extra bridges do not make up for a skipped
 * warm-up.
 *
 * @param percent 0-100, rounded down
 */
public record Completion(int percent) {

  private static final int ALL = 100;

  /** The share of the plan's items that the session did; 100 when the plan asked for nothing. */
  public static Completion of(WorkoutSession session, PrescribedPlan plan) {
    return new Completion(
        (int)
            plan.items().stream()
                .mapToInt(item -> percentOf(item, session.exercises()))
                .average()
                .orElse(ALL));
  }

  private static int percentOf(PrescribedExercise asked, List<PerformedExercise> performed) {
    int done =
        performed.stream()
            .filter(exercise -> exercise.exerciseId().equals(asked.exerciseId()))
            .mapToInt(exercise -> done(exercise, asked))
            .sum();
    return Math.min(ALL, ALL * done / (asked.sets() * asked.reps().orElse(1)));
  }

  private static int done(PerformedExercise exercise, PrescribedExercise asked) {
    return asked.reps().map(reps -> repetitions(exercise, reps)).orElseGet(exercise::setsDone);
  }

  private static int repetitions(PerformedExercise exercise, int repsPerSet) {
    return exercise.repsDone().isEmpty()
        ? exercise.setsDone() * repsPerSet
        : exercise.repsDone().stream().mapToInt(Integer::intValue).sum();
  }
}

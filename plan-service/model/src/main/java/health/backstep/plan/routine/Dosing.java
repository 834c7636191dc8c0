package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.catalogue.Level;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.List;

/**
 * Fits amounts to a patient's age (PL-DOSE): the reviewed doses are for adults up to 50; over 50
 * strength has more repetitions with less effort, over 65 stretches are held longer.
 */
final class Dosing {

  private final Rule rule;

  Dosing(RuleSet rules) {
    this.rule = rules.rule("PL-DOSE");
  }

  /** All exercises, in the amounts for that age. */
  List<Exercise> exercises(Catalogue catalogue, AgeBand age) {
    return catalogue.all().stream().map(exercise -> fitted(exercise, age)).toList();
  }

  private Exercise fitted(Exercise exercise, AgeBand age) {
    boolean counted = exercise.levels().getFirst().dose().secondsPerRep() > 0;
    if (exercise.kind() == Kind.STRENGTH && counted && age.isOver50()) {
      return exercise.with(exercise.levels().stream().map(this::moreRepetitions).toList());
    }
    if (exercise.kind() == Kind.STRETCH && !counted && age.isOver65()) {
      return exercise.with(exercise.levels().stream().map(this::heldLonger).toList());
    }
    return exercise;
  }

  private Level moreRepetitions(Level level) {
    Dose dose = level.dose();
    int reps = between(dose.reps(), "strengthReps", "strengthRepsOver50");
    return new Level(
        level.number(),
        level.variation(),
        new Dose(
            dose.sets(),
            reps,
            dose.holdSeconds(),
            dose.secondsPerRep(),
            dose.perSide(),
            dose.restSeconds()));
  }

  private Level heldLonger(Level level) {
    Dose dose = level.dose();
    int hold = between(dose.holdSeconds(), "stretchSeconds", "stretchSecondsOver65");
    return new Level(
        level.number(),
        level.variation(),
        new Dose(
            dose.sets(),
            dose.reps(),
            hold,
            dose.secondsPerRep(),
            dose.perSide(),
            dose.restSeconds()));
  }

  /** The same place in another range; the range's own limits are its ends. */
  private int between(int amount, String from, String to) {
    int low = rule.threshold(from + "From");
    int high = rule.threshold(from + "To");
    int newLow = rule.threshold(to + "From");
    int newHigh = rule.threshold(to + "To");
    int steps = Math.clamp(amount, low, high) - low;
    return newLow + steps * (newHigh - newLow) / (high - low);
  }
}

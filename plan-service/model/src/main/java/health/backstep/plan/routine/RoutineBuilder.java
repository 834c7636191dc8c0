package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Kind;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds a routine that fits the needs. What no routine lacks comes first, then round by round what
 * makes it whole, in the order of the eight priorities (CONC-ORDER) and until the time is used up,
 * so that what matters least is what a short routine leaves out.
 */
public final class RoutineBuilder {

  private final Eligibility eligibility;
  private final Substitution substitution;
  private final Map<AgeBand, List<Exercise>> byAge = new EnumMap<>(AgeBand.class);
  private final int sideChangeSeconds;
  private final int betweenExercisesSeconds;
  private final int startPercent;
  private final int fearPercentLess;

  public RoutineBuilder(Catalogue catalogue, RuleSet rules) {
    this.eligibility = new Eligibility(rules);
    this.substitution = new Substitution(eligibility);
    Dosing dosing = new Dosing(rules);
    for (AgeBand age : AgeBand.values()) {
      byAge.put(age, dosing.exercises(catalogue, age));
    }
    Rule time = rules.rule("PL-TIME");
    this.sideChangeSeconds = time.threshold("sideChangeSeconds");
    this.betweenExercisesSeconds = time.threshold("betweenExercisesSeconds");
    this.startPercent = time.threshold("startPercent");
    this.fearPercentLess = rules.rule("PL-FEAR").threshold("dosePercentLess");
  }

  /** The routine for these needs; the same needs always give the same one. */
  public Routine build(Needs needs) {
    Draft draft =
        new Draft(
            allowed(needs),
            exercise -> start(exercise, needs),
            item -> item.dose().totalSeconds(sideChangeSeconds) + betweenExercisesSeconds,
            needs.minutes() * 60 * startPercent / 100 + betweenExercisesSeconds);
    Place.CORE.forEach(draft::fill);
    Place.ROUNDS.forEach(draft::fill);
    return new Routine(draft.items());
  }

  /**
   * An exercise for the same purpose in the place of one that hurt, at level 1: one that the needs
   * allow and that is neither more demanding nor longer work than what it replaces.
   */
  public Optional<Item> substitute(Item hurt, Routine routine, Needs needs) {
    return substitution.substitute(hurt, routine, needs, byAge.get(needs.ageBand()));
  }

  /** An exercise at a level, in the amount that fits the patient's age (PL-DOSE). */
  public Item item(Exercise exercise, int level, Needs needs) {
    for (Exercise fitted : byAge.get(needs.ageBand())) {
      if (fitted.id().equals(exercise.id())) {
        return Item.at(fitted, level);
      }
    }
    return Item.at(exercise, level);
  }

  /** Only what eases and moves gently, at level 1 (RG-SEVERE, RG-CAP). */
  public Routine gentle(Routine routine, Needs needs) {
    List<Item> kept = new ArrayList<>();
    boolean eases = false;
    for (Item item : routine.items()) {
      if (item.exercise().kind().isGentle()) {
        kept.add(item.downTo(1));
        eases |= item.exercise().kind() == Kind.RELIEF;
      }
    }
    Routine gentle = new Routine(kept);
    return eases ? gentle : withRelief(gentle, needs);
  }

  /** Whether the routine fits the minutes. */
  public boolean fits(Routine routine, Needs needs) {
    return seconds(routine) <= needs.minutes() * 60;
  }

  /** Seconds from beginning to end. */
  public int seconds(Routine routine) {
    return routine.seconds(sideChangeSeconds, betweenExercisesSeconds);
  }

  public Eligibility eligibility() {
    return eligibility;
  }

  private Routine withRelief(Routine routine, Needs needs) {
    for (Exercise exercise : allowed(needs.calm())) {
      Routine eased = routine.with(Item.at(exercise, 1));
      if (exercise.kind() == Kind.RELIEF && fits(eased, needs)) {
        return eased;
      }
    }
    return routine;
  }

  /** What may be in the routine, exercises in the preferred direction first. */
  private List<Exercise> allowed(Needs needs) {
    List<Exercise> preferred = new ArrayList<>();
    List<Exercise> others = new ArrayList<>();
    for (Exercise exercise : byAge.get(needs.ageBand())) {
      if (eligibility.allows(exercise, needs)) {
        (needs.bias().prefers(exercise.direction()) ? preferred : others).add(exercise);
      }
    }
    preferred.addAll(others);
    return preferred;
  }

  /** A fearful patient begins with less of the same, never with nothing (PL-FEAR). */
  private Item start(Exercise exercise, Needs needs) {
    boolean grows = exercise.kind().isProgressive();
    int wanted = grows ? needs.startLevel() : 1;
    Item item = Item.at(exercise, Math.min(wanted, eligibility.highestLevel(exercise, needs)));
    return grows && needs.fear() == Fear.HIGH ? item.lessBy(fearPercentLess) : item;
  }
}

package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.catalogue.Region;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Builds a routine that fits the needs. Places are filled in the order of importance (CONC-ORDER)
 * until the time is used up, so that what matters least is what a short routine leaves out; the
 * warm-up is the first place and stays.
 */
public final class RoutineBuilder {

  /** What is wanted in one place of a routine. */
  private record Place(Kind kind, Predicate<Exercise> also) {
    Place(Kind kind) {
      this(kind, exercise -> true);
    }
  }

  private static final List<Place> PLACES =
      List.of(
          new Place(Kind.MOBILITY, in(Block.WARM_UP)),
          new Place(Kind.ACTIVATION),
          new Place(Kind.STRENGTH, works(Region.HIPS_AND_LEGS)),
          new Place(Kind.RELIEF),
          new Place(Kind.STRETCH, in(Block.COOL_DOWN)),
          new Place(Kind.ACTIVATION),
          new Place(Kind.STRENGTH, works(Region.TRUNK)),
          new Place(Kind.WALKING),
          new Place(Kind.MOBILITY),
          new Place(Kind.STRENGTH, works(Region.HIPS_AND_LEGS)),
          new Place(Kind.STRETCH),
          new Place(Kind.CARDIO),
          new Place(Kind.ACTIVATION),
          new Place(Kind.STRENGTH),
          new Place(Kind.MOBILITY),
          new Place(Kind.STRETCH),
          new Place(Kind.STRENGTH));

  private final Catalogue catalogue;
  private final Eligibility eligibility;
  private final Rule time;

  public RoutineBuilder(Catalogue catalogue, RuleSet rules) {
    this.catalogue = catalogue;
    this.eligibility = new Eligibility(rules);
    this.time = rules.rule("PL-TIME");
  }

  /** The routine for these needs; the same needs always give the same one. */
  public Routine build(Needs needs) {
    Routine routine = Routine.EMPTY;
    for (Place place : PLACES) {
      routine = fill(routine, place, needs);
    }
    return routine;
  }

  /**
   * An exercise for the same purpose in the place of one that hurt: another one, at level 1, that
   * the needs allow and that is not harder work than what it replaces.
   */
  public Optional<Item> substitute(Item hurt, Routine routine, Needs needs) {
    return allowed(needs)
        .filter(other -> other.kind() == hurt.exercise().kind())
        .filter(other -> !routine.has(other.id()))
        .sorted(likest(hurt.exercise()))
        .map(other -> Item.at(other, 1).noMoreThan(hurt.load()))
        .filter(other -> other.load() <= hurt.load())
        .findFirst();
  }

  /** Only what eases and moves gently, at level 1 (RG-SEVERE, RG-CAP). */
  public Routine gentle(Routine routine, Needs needs) {
    Routine kept =
        new Routine(
            routine.items().stream()
                .filter(item -> item.exercise().kind().isGentle())
                .map(item -> item.downTo(1))
                .toList());
    Needs calm = calm(needs);
    return kept.items().stream().anyMatch(item -> item.exercise().kind() == Kind.RELIEF)
        ? kept
        : fill(kept, new Place(Kind.RELIEF), calm);
  }

  /** Whether the routine fits the minutes. */
  public boolean fits(Routine routine, Needs needs) {
    return seconds(routine) <= needs.minutes() * 60;
  }

  /** Seconds from beginning to end. */
  public int seconds(Routine routine) {
    return routine.seconds(
        time.threshold("sideChangeSeconds"), time.threshold("betweenExercisesSeconds"));
  }

  public Eligibility eligibility() {
    return eligibility;
  }

  private Routine fill(Routine routine, Place place, Needs needs) {
    return allowed(needs)
        .filter(exercise -> exercise.kind() == place.kind())
        .filter(place.also())
        .filter(exercise -> !routine.has(exercise.id()))
        .filter(exercise -> keepsBalance(exercise, routine))
        .sorted(preferredDirectionFirst(needs))
        .map(exercise -> routine.with(Item.at(exercise, startLevel(exercise, needs))))
        .filter(fuller -> leavesRoomToGrow(fuller, needs))
        .findFirst()
        .orElse(routine);
  }

  private Stream<Exercise> allowed(Needs needs) {
    return catalogue.all().stream().filter(exercise -> eligibility.allows(exercise, needs));
  }

  private int startLevel(Exercise exercise, Needs needs) {
    int wanted = exercise.kind().isProgressive() ? needs.startLevel() : 1;
    return Math.min(wanted, eligibility.highestLevel(exercise, needs));
  }

  /** The same purpose first, and among those the same part of the body. */
  private static Comparator<Exercise> likest(Exercise hurt) {
    return Comparator.<Exercise, Boolean>comparing(other -> other.purpose() != hurt.purpose())
        .thenComparing(other -> other.region() != hurt.region());
  }

  private boolean leavesRoomToGrow(Routine routine, Needs needs) {
    return seconds(routine) * 100 <= needs.minutes() * 60 * time.threshold("startPercent");
  }

  /** PL-BALANCE. */
  private static boolean keepsBalance(Exercise exercise, Routine routine) {
    return exercise.region() != Region.UPPER_BODY
        || routine.count(Region.UPPER_BODY) < routine.count(Region.HIPS_AND_LEGS);
  }

  private static Comparator<Exercise> preferredDirectionFirst(Needs needs) {
    return Comparator.comparing(
        exercise -> !needs.bias().direction().equals(Optional.of(exercise.direction())));
  }

  private static Needs calm(Needs needs) {
    return new Needs(
        Stage.CALM,
        needs.bias(),
        needs.forbidden(),
        false,
        needs.equipment(),
        needs.minutes(),
        1,
        needs.excluded());
  }

  private static Predicate<Exercise> in(Block block) {
    return exercise -> exercise.block() == block;
  }

  private static Predicate<Exercise> works(Region region) {
    return exercise -> exercise.region() == region;
  }
}

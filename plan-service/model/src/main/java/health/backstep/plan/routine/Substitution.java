package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.catalogue.Region;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what takes the place of an exercise that hurt (RG-MODERATE, CONC-STOP). */
final class Substitution {

  private final Eligibility eligibility;

  Substitution(Eligibility eligibility) {
    this.eligibility = eligibility;
  }

  Optional<Item> substitute(Item hurt, Routine routine, Needs needs, List<Exercise> exercises) {
    return exercises.stream()
        .filter(other -> isAlike(other, hurt.exercise()))
        .filter(other -> other.demand().compareTo(hurt.exercise().demand()) <= 0)
        .filter(other -> !routine.has(other.id()) && eligibility.allows(other, needs))
        .filter(other -> keepsBalance(other, hurt, routine))
        .map(other -> Item.at(other, 1).noMoreThan(hurt.load()))
        .filter(other -> other.load() <= hurt.load())
        .min(likest(hurt.exercise()));
  }

  /** The same kind of work in the same block, or the gentler kind that leads to it. */
  private static boolean isAlike(Exercise other, Exercise hurt) {
    return (other.kind() == hurt.kind() && other.block() == hurt.block())
        || (hurt.kind() == Kind.STRENGTH && other.kind() == Kind.ACTIVATION);
  }

  /** The same purpose first, then the same part of the body and kind of work, then the gentlest. */
  private static Comparator<Item> likest(Exercise hurt) {
    return Comparator.<Item, Boolean>comparing(other -> other.exercise().kind() != hurt.kind())
        .thenComparing(other -> other.exercise().purpose() != hurt.purpose())
        .thenComparing(other -> other.exercise().region() != hurt.region())
        .thenComparing(other -> other.exercise().demand());
  }

  /** PL-BALANCE, once the exercise that hurt is gone. */
  private static boolean keepsBalance(Exercise other, Item hurt, Routine routine) {
    Routine left = routine.without(hurt.exerciseId());
    return other.region() == Region.HIPS_AND_LEGS
        || left.count(Region.UPPER_BODY) + (other.region() == Region.UPPER_BODY ? 1 : 0)
            <= left.count(Region.HIPS_AND_LEGS);
  }
}

package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.catalogue.Region;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is wanted in one place of a routine. */
record Place(Kind kind, Predicate<Exercise> also) {

  private static final Set<Region> STABILISED = EnumSet.of(Region.LOW_BACK, Region.TRUNK);

  /**
   * What no routine lacks, however short it is: the warm-up (PL-ORDER), and one exercise each for
   * stability and strength where the stage allows it (PL-BALANCE). The core comes first (RTB-CORE).
   */
  static final List<Place> CORE =
      List.of(
          new Place(Kind.MOBILITY, exercise -> exercise.block() == Block.WARM_UP),
          new Place(Kind.ACTIVATION, exercise -> STABILISED.contains(exercise.region())),
          of(Kind.STRENGTH, Region.HIPS_AND_LEGS));

  /**
   * What a routine holds beside its core, round by round: the first one makes it whole, the others
   * fill a longer session. Hips and legs come before the upper body (CONC-HIPS).
   */
  static final List<List<Place>> ROUNDS =
      List.of(
          List.of(
              any(Kind.RELIEF),
              of(Kind.ACTIVATION, Region.HIPS_AND_LEGS),
              any(Kind.STRETCH),
              of(Kind.STRENGTH, Region.TRUNK),
              any(Kind.WALKING),
              of(Kind.STRENGTH, Region.HIPS_AND_LEGS)),
          List.of(
              any(Kind.MOBILITY),
              any(Kind.ACTIVATION),
              any(Kind.STRETCH),
              any(Kind.CARDIO),
              of(Kind.STRENGTH, Region.HIPS_AND_LEGS),
              of(Kind.STRENGTH, Region.UPPER_BODY)),
          more(),
          more(),
          more(),
          more());

  static Place any(Kind kind) {
    return new Place(kind, exercise -> true);
  }

  private static Place of(Kind kind, Region region) {
    return new Place(kind, exercise -> exercise.region() == region);
  }

  private static List<Place> more() {
    return List.of(
        any(Kind.RELIEF),
        any(Kind.MOBILITY),
        any(Kind.ACTIVATION),
        any(Kind.STRETCH),
        any(Kind.WALKING),
        any(Kind.CARDIO),
        any(Kind.STRENGTH));
  }
}

package health.backstep.security.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Chooses what is done to a request. */
final class Mutations {

  private static final int OF_ALL = 100;

  private record Family(int share, List<Mutation> members) {}

  private static final List<Family> WITH_BODY =
      List.of(
          new Family(57, BodyMutations.ALL),
          new Family(14, ByteMutations.ALL),
          new Family(13, HeaderMutations.ALL),
          new Family(6, TargetMutations.PATH),
          new Family(5, TargetMutations.QUERY),
          new Family(3, HeaderMutations.METHOD),
          new Family(2, FramingMutations.ALL));

  private static final List<Family> WITHOUT =
      List.of(
          new Family(33, TargetMutations.QUERY),
          new Family(30, TargetMutations.PATH),
          new Family(26, HeaderMutations.ALL),
          new Family(5, HeaderMutations.METHOD),
          new Family(4, ByteMutations.ALL),
          new Family(2, FramingMutations.ALL));

  private Mutations() {}

  /** None to three. */
  static List<Mutation> some(Described described, RandomGenerator random) {
    List<Family> families = described.hasBody() ? WITH_BODY : WITHOUT;
    int roll = random.nextInt(10);
    int count = roll == 0 ? 0 : roll < 7 ? 1 : roll < 9 ? 2 : 3;
    List<Mutation> chosen = new ArrayList<>();
    for (int each = 0; each < count; each++) {
      chosen.add(one(families, random));
    }
    return chosen;
  }

  private static Mutation one(List<Family> families, RandomGenerator random) {
    int roll = random.nextInt(OF_ALL);
    for (Family family : families) {
      roll -= family.share();
      if (roll < 0) {
        return Mutation.any(family.members(), random);
      }
    }
    throw new IllegalStateException("the shares are not 100 in all");
  }

  /** Every one that there is. */
  static Stream<Mutation> all() {
    return Stream.concat(WITH_BODY.stream(), WITHOUT.stream())
        .flatMap(family -> family.members().stream())
        .distinct();
  }
}

package health.backstep.profile.classification;

import health.backstep.profile.assessment.Direction;
import health.backstep.profile.assessment.MovementTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The preference that movement tests show (DP-1).
 *
 * <p>Where the rule leaves room the careful way is taken: several preferred directions give no
 * bias, one bad test of a direction outweighs a good one, and when two or more directions were
 * tested and all sent the pain away, the untested ones are forbidden too. A single bad test forbids
 * its own direction only, because the others may be the ones that help.
 */
final class TestedPreference {

  static final String RULE = "DP-1";

  private TestedPreference() {}

  static DirectionalPreference of(List<MovementTest> tests) {
    Set<Direction> forbidden = directions(tests, MovementTest::forbids);
    if (forbidden.size() > 1 && forbidden.equals(directions(tests, any -> true))) {
      return none(EnumSet.allOf(Direction.class), true);
    }
    Set<Direction> preferred = directions(tests, MovementTest::prefers);
    preferred.removeAll(forbidden);
    if (preferred.size() != 1) {
      return none(forbidden, false);
    }
    Direction only = preferred.iterator().next();
    return new DirectionalPreference(Bias.towards(only), confidence(tests, only), forbidden, false);
  }

  private static DirectionalPreference none(Set<Direction> forbidden, boolean clinicianAdvised) {
    return new DirectionalPreference(Bias.NONE, BiasConfidence.LOW, forbidden, clinicianAdvised);
  }

  private static BiasConfidence confidence(List<MovementTest> tests, Direction direction) {
    boolean lasted =
        tests.stream()
            .filter(test -> test.direction() == direction && test.prefers())
            .anyMatch(MovementTest::lasting);
    return lasted ? BiasConfidence.HIGH : BiasConfidence.LOW;
  }

  private static Set<Direction> directions(
      List<MovementTest> tests, Predicate<MovementTest> which) {
    return tests.stream()
        .filter(which)
        .map(MovementTest::direction)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Direction.class)));
  }
}

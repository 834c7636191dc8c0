package health.backstep.profile.classification;

import static health.backstep.profile.assessment.Direction.EXTENSION;
import static health.backstep.profile.assessment.Direction.FLEXION;
import static health.backstep.profile.assessment.Direction.SIDE_GLIDE_LEFT;
import static health.backstep.profile.assessment.Direction.SIDE_GLIDE_RIGHT;
import static health.backstep.profile.assessment.IntensityChange.BETTER;
import static health.backstep.profile.assessment.IntensityChange.SAME;
import static health.backstep.profile.assessment.IntensityChange.WORSE;
import static health.backstep.profile.assessment.LocationChange.CENTRALISED;
import static health.backstep.profile.assessment.LocationChange.NO_CHANGE;
import static health.backstep.profile.assessment.LocationChange.PERIPHERALISED;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.profile.assessment.Direction;
import health.backstep.profile.assessment.IntensityChange;
import health.backstep.profile.assessment.LocationChange;
import health.backstep.profile.assessment.Movement;
import health.backstep.profile.assessment.MovementTest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DirectionalPreferenceTest {

  @Tag("DP-1")
  @ParameterizedTest
  @CsvSource({
    "CENTRALISED,    BETTER, EXTENSION, HIGH",
    "CENTRALISED,    SAME,   EXTENSION, HIGH",
    "CENTRALISED,    WORSE,  EXTENSION, HIGH",
    "NO_CHANGE,      BETTER, EXTENSION, HIGH",
    "NO_CHANGE,      SAME,   NONE,      LOW",
    "NO_CHANGE,      WORSE,  NONE,      LOW",
    "PERIPHERALISED, BETTER, NONE,      LOW",
    "PERIPHERALISED, WORSE,  NONE,      LOW",
  })
  void oneTestedDirectionIsPreferredWhenItCentralisesOrEases(
      LocationChange location, IntensityChange intensity, Bias bias, BiasConfidence confidence) {
    DirectionalPreference found = tested(test(EXTENSION, location, intensity));

    assertThat(found.bias()).isEqualTo(bias);
    assertThat(found.confidence()).isEqualTo(confidence);
  }

  @Tag("DP-1")
  @ParameterizedTest
  @EnumSource(Direction.class)
  void everyDirectionCanBeTheBias(Direction direction) {
    assertThat(tested(test(direction, CENTRALISED, SAME)).bias().name())
        .isEqualTo(direction.name());
  }

  @Tag("DP-1")
  @Test
  void aChangeThatDoesNotLastIsHeldWithLessConfidence() {
    DirectionalPreference found = tested(new MovementTest(FLEXION, CENTRALISED, BETTER, false));

    assertThat(found.bias()).isEqualTo(Bias.FLEXION);
    assertThat(found.confidence()).isEqualTo(BiasConfidence.LOW);
  }

  @Tag("DP-1")
  @Test
  void severalPreferredDirectionsGiveNoBias() {
    DirectionalPreference found =
        tested(test(EXTENSION, CENTRALISED, SAME), test(SIDE_GLIDE_LEFT, NO_CHANGE, BETTER));

    assertThat(found)
        .isEqualTo(new DirectionalPreference(Bias.NONE, BiasConfidence.LOW, Set.of(), false));
  }

  @Tag("DP-1")
  @Test
  void aDirectionThatSendsThePainAwayIsForbiddenBesideTheBias() {
    DirectionalPreference found =
        tested(test(EXTENSION, CENTRALISED, BETTER), test(FLEXION, PERIPHERALISED, WORSE));

    assertThat(found)
        .isEqualTo(
            new DirectionalPreference(Bias.EXTENSION, BiasConfidence.HIGH, Set.of(FLEXION), false));
  }

  @Tag("DP-1")
  @Test
  void aDirectionTestedTwiceIsForbiddenWhenOneTestSaysSo() {
    DirectionalPreference found =
        tested(test(EXTENSION, CENTRALISED, BETTER), test(EXTENSION, PERIPHERALISED, SAME));

    assertThat(found.bias()).isEqualTo(Bias.NONE);
    assertThat(found.forbidden()).containsExactly(EXTENSION);
    assertThat(found.clinicianAdvised()).isFalse();
  }

  @Tag("DP-1")
  @Test
  void whenAllTestedDirectionsSendThePainAwayNoneIsLeftAndAClinicianIsAdvised() {
    DirectionalPreference found =
        tested(test(SIDE_GLIDE_RIGHT, PERIPHERALISED, WORSE), test(FLEXION, PERIPHERALISED, SAME));

    assertThat(found.bias()).isEqualTo(Bias.NONE);
    assertThat(found.forbidden())
        .containsExactly(FLEXION, EXTENSION, SIDE_GLIDE_LEFT, SIDE_GLIDE_RIGHT);
    assertThat(found.clinicianAdvised()).isTrue();
  }

  @Tag("DP-1")
  @Test
  void oneTestThatSendsThePainAwayForbidsThatDirectionOnly() {
    DirectionalPreference found = tested(test(FLEXION, PERIPHERALISED, WORSE));

    assertThat(found.forbidden()).containsExactly(FLEXION);
    assertThat(found.clinicianAdvised()).isFalse();
  }

  @Tag("DP-2")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BENDING          | WALKING             | EXTENSION",
        "SITTING          | LYING_PRONE         | EXTENSION",
        "BENDING SITTING  | WALKING LYING_PRONE | EXTENSION",
        "WALKING          | SITTING             | FLEXION",
        "STANDING         | LYING_SIDE          | FLEXION",
        "BENDING          | SITTING             | NONE",
        "BENDING          |                     | NONE",
        "                 | WALKING             | NONE",
        "TWISTING LIFTING | LYING_SUPINE        | NONE",
        // fits both
        "BENDING STANDING | LYING_PRONE SITTING | NONE",
        // a movement that does both says nothing
        "WALKING SITTING  | WALKING SITTING     | NONE",
        "BENDING WALKING  | WALKING             | NONE",
      })
  void withoutTestsWhatAggravatesAndRelievesIsTheProxy(
      String aggravatedBy, String relievedBy, Bias bias) {
    assertThat(ReportedPreference.of(movements(aggravatedBy), movements(relievedBy)))
        .isEqualTo(new DirectionalPreference(bias, BiasConfidence.LOW, Set.of(), false));
  }

  private static DirectionalPreference tested(MovementTest... tests) {
    return TestedPreference.of(List.of(tests));
  }

  private static MovementTest test(
      Direction direction, LocationChange location, IntensityChange intensity) {
    return new MovementTest(direction, location, intensity, true);
  }

  private static Set<Movement> movements(String names) {
    if (names == null) {
      return Set.of();
    }
    return Arrays.stream(names.split(" ")).map(Movement::valueOf).collect(Collectors.toSet());
  }
}

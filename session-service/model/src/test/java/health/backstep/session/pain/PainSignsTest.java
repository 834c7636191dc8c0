package health.backstep.session.pain;

import static health.backstep.session.Records.signs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PainSignsTest {

  @Tag("FL-3")
  @Tag("SO-1")
  @ParameterizedTest(name = "{0} {1}: alarming {2}, radiating {3}, muscle ache {4}")
  @CsvSource({
    "     ,               , false, false, false",
    "DULL ,               , false, false, false",
    "DULL , LOW_BACK      , false, false, false",
    "DULL , BUTTOCK       , false, false, false",
    "DULL , WORKED_MUSCLE , false, false, true",
    "     , WORKED_MUSCLE , false, false, false",
    "SHARP, WORKED_MUSCLE , true , false, false",
    "SHARP, LOW_BACK      , true , false, false",
    "SHOOTING,            , true , false, false",
    "BURNING, WORKED_MUSCLE, true, false, false",
    "DULL , LEG_ABOVE_KNEE, true , true , false",
    "     , LEG_BELOW_KNEE, true , true , false",
  })
  void whatIsFeltAndWhereTellsAlarmFromSoreness(
      PainQuality quality,
      PainLocation location,
      boolean alarming,
      boolean radiating,
      boolean muscleAche) {
    PainSigns signs = signs(quality, location);

    assertThat(signs.alarming()).isEqualTo(alarming);
    assertThat(signs.radiating()).isEqualTo(radiating);
    assertThat(signs.workedMuscleAche()).isEqualTo(muscleAche);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 11})
  void aNumberOffTheScaleIsRefusedWithoutRepeatingIt(int pain) {
    assertThatThrownBy(() -> PainScale.require(pain, "painAfter"))
        .hasMessage("painAfter is not on the scale from 0 to 10");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10})
  void theEndsOfTheScaleBelongToIt(int pain) {
    assertThat(PainScale.require(pain, "painAfter")).isEqualTo(pain);
  }
}

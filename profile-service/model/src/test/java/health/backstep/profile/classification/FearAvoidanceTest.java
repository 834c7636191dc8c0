package health.backstep.profile.classification;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.profile.assessment.FabqPhysicalActivityAnswers;
import health.backstep.rules.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("PROM")
class FearAvoidanceTest {

  private final FearAvoidance fear = new FearAvoidance(RuleSet.current());

  @ParameterizedTest
  @CsvSource({
    "0 0 0 0, LOW",
    "4 4 3 2, LOW", // 13
    "4 4 3 3, LOW", // 14
    "4 4 4 3, HIGH", // 15
    "6 6 6 6, HIGH",
    "4 4 6 -, UNKNOWN", // 14 and one open
    "4 5 6 -, HIGH", // 15 already
    "- - - -, UNKNOWN",
  })
  void isHighOver14AndLowOnlyWhenAllWasAnswered(String items, Fear expected) {
    List<Integer> answers =
        Arrays.stream(items.split(" "))
            .map(item -> item.equals("-") ? null : Integer.valueOf(item))
            .toList();

    assertThat(fear.of(Optional.of(new FabqPhysicalActivityAnswers(answers)))).isEqualTo(expected);
  }

  @Test
  void isUnknownWhenNobodyAsked() {
    assertThat(fear.of(Optional.empty())).isEqualTo(Fear.UNKNOWN);
  }
}

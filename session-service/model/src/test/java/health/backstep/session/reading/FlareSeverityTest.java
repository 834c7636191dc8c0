package health.backstep.session.reading;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.rules.RuleSet;
import health.backstep.session.flare.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("FL-SEV")
class FlareSeverityTest {

  private final FlareSeverity severity = new FlareSeverity(RuleSet.current());

  @ParameterizedTest(name = "pain {0}, rise {1}, alarming {2}, activities impossible {3}: {4}")
  @CsvSource({
    "2,  0,   false, false, MILD",
    "4,  2,   false, false, MILD",
    "4,  3,   false, false, MILD",
    "4,  3.5, false, false, MODERATE",
    "4,  4,   false, false, MODERATE",
    "5,  0,   false, false, MODERATE",
    "6,  6,   false, false, MODERATE",
    "7,  0,   false, false, SEVERE",
    "10, 10,  false, false, SEVERE",
    "0,  0,   true,  false, MODERATE",
    "7,  0,   true,  false, SEVERE",
    "0,  0,   false, true,  SEVERE",
    "0,  0,   true,  true,  SEVERE",
  })
  void theWorstThatAppliesDecides(
      int pain, double rise, boolean alarming, boolean impossible, Severity expected) {
    assertThat(severity.of(pain, rise, alarming, impossible)).isEqualTo(expected);
  }
}

package health.backstep.profile.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @CsvSource({
    "2010, UNDER_20",
    "2006, UNDER_20", // 19 or 20
    "2005, FROM_20_TO_50", // 20 or 21
    "1976, FROM_20_TO_50", // 49 or 50
    "1975, OVER_50", // 50 or 51
    "1961, OVER_50", // 64 or 65
    "1960, OVER_65", // 65 or 66
    "1930, OVER_65",
  })
  void theYearInDoubtFallsIntoTheMoreCarefulBand(int birthYear, AgeBand band) {
    assertThat(AgeBand.of(Age.of(birthYear, DAY))).isEqualTo(band);
  }

  @ParameterizedTest
  @CsvSource({
    "2011, false", // 14 or 15
    "2010, true", // 15 or 16
    "1915, true", // 110 or 111
    "1914, false", // 111 or 112
    "2030, false",
  })
  void theProductServesPeopleFrom16To110(int birthYear, boolean served) {
    assertThat(Age.of(birthYear, DAY).isServed()).isEqualTo(served);
  }
}

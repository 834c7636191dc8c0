package health.backstep.session.workout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0, ON_ITS_WAY",
    "3, 0, ON_ITS_WAY",
    "4, 0, NEVER_MADE",
    "1, 1, ARRIVED",
    "2, 5, ARRIVED",
    "6, 5, ON_ITS_WAY",
    "8, 5, ON_ITS_WAY",
    "9, 5, NEVER_MADE",
    "2147483647, 5, NEVER_MADE"
  })
  void a_version_a_little_above_the_latest_may_be_on_its_way(
      int version, int latest, Arrival arrival) {
    assertThat(Arrival.of(version, latest)).isEqualTo(arrival);
  }
}

package health.backstep.session.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedTimeTest {

  private static final Instant NOW = Instant.parse("2026-11-21T07:00:00Z");

  @ParameterizedTest(name = "{0} from now: refused {1}")
  @CsvSource({"-P400D, false", "PT0S, false", "PT5M, false", "PT5M1S, true", "P1D, true"})
  void onlyATimeOverFiveMinutesAheadIsRefused(Duration ahead, boolean refused) {
    assertThat(RecordedTime.fault("/at", NOW.plus(ahead), NOW).isPresent()).isEqualTo(refused);
  }
}

package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PgbenchTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latency average = 1.6 ms\ntps = 9876.5 (without initial connection time)\n",
        """
        tps = 9800.1 (including connections establishing)
        tps = 9876.5 (excluding connections establishing)
        """
      })
  void reads_the_rate_without_the_time_for_connecting(String printed) {
    assertThat(Pgbench.rate(printed)).isEqualTo(9876.5);
  }

  @Test
  void tells_what_was_printed_instead_of_a_rate() {
    assertThatThrownBy(() -> Pgbench.rate("pgbench: error: no server\n"))
        .hasMessageContaining("no server");
  }

  @ParameterizedTest
  @CsvSource({"PT0.2S, 1", "PT0.667S, 1", "PT2.667S, 3"})
  void measures_for_whole_seconds(Duration length, long seconds) {
    assertThat(Pgbench.seconds(length)).isEqualTo(seconds);
  }
}

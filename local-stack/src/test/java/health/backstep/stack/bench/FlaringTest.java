package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlaringTest {

  private final List<String> patients =
      IntStream.range(0, 400).mapToObj(Integer::toString).toList();
  private final Flaring flaring = Flaring.among(patients, 2, 2, Duration.ofSeconds(2));

  @ParameterizedTest
  @CsvSource({"160, 10, 30, 20", "800, 50, 150, 100", "4000, 50, 950, 100", "1.6, 0.1, 0.3, 1"})
  void takes_a_quarter_of_the_load_with_as_many_flares_as_there_are_patients_for(
      double most, double flares, double sessions, int patients) {
    Flaring.Turn turn = flaring.round(1, most);
    assertThat(turn.perSecond()).isEqualTo(flares);
    assertThat(turn.sessionsPerSecond()).isCloseTo(sessions, within(1e-9));
    assertThat(turn.patients()).hasSize(patients);
  }

  @Test
  void lets_nobody_flare_twice() {
    List<String> all =
        Stream.of(
                flaring.warmUp(0, 4000),
                flaring.warmUp(1, 4000),
                flaring.round(1, 4000),
                flaring.round(2, 4000))
            .flatMap(turn -> turn.patients().stream())
            .toList();
    assertThat(all).doesNotHaveDuplicates().hasSize(400);
  }

  @Test
  void makes_do_with_the_patients_that_could_be_enrolled_in_time() {
    BenchPlan plan = BenchPlan.quick();
    Cohorts cohorts = Cohorts.of(patients.subList(0, 90), plan);
    assertThat(cohorts.training()).hasSize(30);
    assertThat(cohorts.reading()).hasSize(9).doesNotContainAnyElementsOf(cohorts.training());
    assertThat(cohorts.flaring())
        .hasSize(51)
        .doesNotContainAnyElementsOf(cohorts.training())
        .doesNotContainAnyElementsOf(cohorts.reading());
    BenchPlan full = BenchPlan.full();
    assertThat(full.inSessions(full.patients())).isEqualTo(480);
    assertThat(full.inReads(full.patients())).isEqualTo(64);
  }
}

package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlaringTest {

  private final List<String> patients =
      IntStream.range(0, 400).mapToObj(Integer::toString).toList();
  private final Flaring flaring = new Flaring(patients, 100, Duration.ofSeconds(2));

  @ParameterizedTest
  @CsvSource({"80, 20, 40", "200, 50, 100", "4000, 50, 100", "0.4, 0.1, 1"})
  void takes_a_quarter_of_the_load_but_no_more_than_there_are_patients_for(
      double sessionsPerSecond, double flaresPerSecond, int patients) {
    Flaring.Turn turn = flaring.of(1, sessionsPerSecond);
    assertThat(turn.perSecond()).isEqualTo(flaresPerSecond);
    assertThat(turn.patients()).hasSize(patients);
  }

  @Test
  void lets_nobody_flare_twice() {
    List<String> all =
        IntStream.range(0, 4)
            .boxed()
            .flatMap(r -> flaring.of(r, 4000).patients().stream())
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

package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchReportTest {

  private static final Counts MATCHING = new Counts(9, 9, 9, 4, 4, 4, 0);

  @Test
  void gives_scripts_the_ratios_and_the_figures_behind_them() throws Exception {
    JsonNode json = new ObjectMapper().readTree(report(MATCHING, 0.1).json());
    assertThat(json.path("sessionWritesRatio").asDouble()).isEqualTo(0.25);
    assertThat(json.path("flareToPlanP50Ratio").asDouble()).isEqualTo(5);
    assertThat(json.path("flareToPlanP99Ratio").asDouble()).isEqualTo(10);
    assertThat(json.path("startRatio").asDouble()).isEqualTo(0.5);
    assertThat(json.path("starts").asInt()).isEqualTo(3);
    assertThat(json.path("countsMatch").asBoolean()).isTrue();
    assertThat(json.path("counts").path("regressedPlans").asLong()).isEqualTo(4);
    assertThat(json.fieldNames())
        .toIterable()
        .contains(
            "sessionWritesPerSecond",
            "commitFloorPerSecond",
            "kafkaRoundTripP50Ms",
            "kafkaRoundTripP99Ms",
            "commitKafkaCommitP50Ms",
            "commitKafkaCommitP99Ms",
            "flareToPlanP50Ms",
            "flareToPlanP99Ms",
            "generatorLagP99Ms",
            "startWithCacheSeconds",
            "startWithoutCacheSeconds",
            "rounds",
            "date",
            "machine");
  }

  @Test
  void prints_a_table_whose_figures_stand_under_each_other() {
    assertThat(report(MATCHING, 0.1).table())
        .startsWith(
            "                                         median  lowest  highest    ratio",
            "Floor D: commits per second                4000    4000     4000",
            "Sessions per second                        1000    1000     1000   0.25 D")
        .contains(
            "Flare posted to plan readable, p50, ms    10.00   10.00    10.00   5.00 F",
            "Flare posted to plan readable, p99, ms    20.00   20.00    20.00  10.00 F",
            "Start S without cache to ready, s          6.00    5.00     8.00",
            "Start with cache to ready, s               3.00    2.00     9.00   0.50 S");
  }

  @Test
  void says_when_the_machine_was_busy() {
    assertThat(report(MATCHING, 0.38).table().getLast()).contains("busy").contains("38 %");
  }

  @ParameterizedTest
  @CsvSource({
    "9, 9, 9, 4, 4, 4, true",
    "9, 8, 9, 4, 4, 4, false",
    "9, 9, 10, 4, 4, 4, false",
    "9, 9, 9, 4, 3, 4, false",
    "9, 9, 9, 4, 4, 5, false"
  })
  void matches_only_when_everything_accepted_had_its_effect_once(
      long sessions, long rows, long told, long flares, long plans, long changes, boolean match) {
    Counts counts = new Counts(sessions, rows, told, flares, plans, changes, 0);
    assertThat(report(counts, 0).countsMatch()).isEqualTo(match);
  }

  private static BenchReport report(Counts counts, double others) {
    Round round =
        new Round(
            4000,
            millis(1),
            millis(2),
            1000,
            Duration.ofSeconds(1),
            new FlareLoad.Result(250, millis(10, 20), millis(0)));
    return new BenchReport(
        new Machine(2, "A processor"),
        new WarmUp(12, true, 1000),
        others,
        new Figures(List.of(round, round, round)),
        new Starts(List.of(2.0, 3.0, 9.0), List.of(8.0, 6.0, 5.0)),
        counts,
        Instant.parse("2026-11-21T12:00:00Z"),
        Duration.ofSeconds(80));
  }

  private static Latencies millis(long... millis) {
    return new Latencies(java.util.Arrays.stream(millis).map(m -> m * 1_000_000).toArray());
  }
}

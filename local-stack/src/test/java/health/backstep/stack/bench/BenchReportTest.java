package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchReportTest {

  private static final Counts MATCHING = new Counts(9, 9, 9, 9, 4, 4, 4, 0);

  @Test
  void gives_scripts_the_ratios_and_the_figures_behind_them() throws Exception {
    JsonNode json = new ObjectMapper().readTree(report(MATCHING, 0.1).json());
    assertThat(json.path("sessionWritesRatio").asDouble()).isEqualTo(0.25);
    assertThat(json.path("batchRowsRatio").asDouble()).isEqualTo(2.5);
    assertThat(json.path("backlogRatio").asDouble()).isEqualTo(1.5);
    assertThat(json.path("goodputRatio").asDouble()).isEqualTo(0.9);
    assertThat(json.path("planReadsRatio").asDouble()).isEqualTo(0.75);
    assertThat(json.path("residentMb").path("plan-service").asDouble()).isEqualTo(301.5);
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
            "commitFloorBy",
            "overloadGeneratorLagP99Ms",
            "kafkaRoundTripP50Ms",
            "kafkaRoundTripP99Ms",
            "commitKafkaCommitP50Ms",
            "commitKafkaCommitP99Ms",
            "flareToPlanP50Ms",
            "flareToPlanP99Ms",
            "flaresPerSecond",
            "sessionsBesideFlaresPerSecond",
            "generatorLagP99Ms",
            "rounds",
            "date",
            "machine");
  }

  @Test
  void prints_a_table_whose_figures_stand_under_each_other() {
    assertThat(report(MATCHING, 0.1).table())
        .startsWith(
            "                                          median  lowest  highest      ratio",
            "Floor D: commits per second                 4000    4000     4000",
            "Sessions per second                         1000    1000     1000     0.25 D")
        .contains(
            "Sessions in time at three times the load     900     900      900   0.90 max",
            "Plan reads per second                       7500    7500     7500  0.75 bare",
            "Flare posted to plan readable, p50, ms     10.00   10.00    10.00     5.00 F",
            "Flare posted to plan readable, p99, ms     20.00   20.00    20.00    10.00 F",
            "Start with cache to ready, s                3.00    2.00     9.00     0.50 S",
            "Memory of plan-service, MB                   302");
  }

  @Test
  void says_when_the_time_was_over_before_all_rounds_were_measured() {
    assertThat(report(MATCHING, 0).table())
        .anyMatch(line -> line.startsWith("3 rounds") && line.contains("5 were planned"));
  }

  @Test
  void says_when_the_machine_was_busy() {
    assertThat(report(MATCHING, 0.38).table().getLast()).contains("busy").contains("38 %");
  }

  @ParameterizedTest
  @CsvSource({
    "9, 9, 9, 9, 4, 4, 4, true",
    "9, 8, 9, 9, 4, 4, 4, false",
    "9, 9, 10, 9, 4, 4, 4, false",
    "9, 9, 9, 8, 4, 4, 4, false",
    "9, 9, 9, 9, 4, 3, 4, false",
    "9, 9, 9, 9, 4, 4, 5, false"
  })
  void matches_only_when_everything_accepted_had_its_effect_once(
      long sessions,
      long rows,
      long told,
      long folded,
      long flares,
      long plans,
      long changes,
      boolean match) {
    Counts counts = new Counts(sessions, rows, told, folded, flares, plans, changes, 0);
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
            10_000,
            7_500,
            10_000,
            new Rush.Result(3000, 900, millis(0)),
            new FlareLoad.Result(60, 190, millis(10, 20), millis(0)));
    return new BenchReport(
        new Conditions(
            new Machine(2, "A processor"),
            "pgbench",
            new WarmUp(12, true, 1000),
            5,
            others,
            Instant.parse("2026-11-21T12:00:00Z"),
            Duration.ofSeconds(80)),
        new Figures(List.of(round, round, round), List.of(new BacklogRound(2000, 24_000, 3000))),
        new Starts(List.of(2.0, 3.0, 9.0), List.of(8.0, 6.0, 5.0)),
        Map.of(ServiceName.PLAN, 301.5),
        counts);
  }

  private static Latencies millis(long... millis) {
    return new Latencies(java.util.Arrays.stream(millis).map(m -> m * 1_000_000).toArray());
  }
}

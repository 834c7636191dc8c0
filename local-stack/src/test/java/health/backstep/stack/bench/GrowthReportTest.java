package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrowthReportTest {

  private static final Counts MATCHING = new Counts(9, 9, 9, 9, 4, 4, 4, 0);
  private static final Counts LOST = new Counts(9, 9, 9, 8, 4, 4, 4, 0);

  @Test
  void has_a_column_for_each_size() {
    List<String> lines = report(MATCHING).table();
    assertThat(lines.getFirst()).matches("Patients +1,000 +10,000");
    assertThat(lines)
        .anyMatch(line -> line.matches("Sessions per second +1000 \\(1000-1000\\) .*"))
        .anyMatch(line -> line.matches("Session write, p50, ms +4\\.00 \\(4\\.00-4\\.00\\) .*"))
        .anyMatch(
            line -> line.matches("session\\.session +150,000 / 300 / 50 +1,500,000 / 3,000 / 500"))
        .contains("100000 patients were left out");
  }

  @Test
  void gives_scripts_the_same_figures() throws Exception {
    JsonNode json = new ObjectMapper().readTree(report(MATCHING).json());
    JsonNode last = json.path("steps").path(1);
    assertThat(json.path("countsMatch").asBoolean()).isTrue();
    assertThat(json.path("leftOut").asText()).contains("100000");
    assertThat(last.path("patients").asInt()).isEqualTo(10_000);
    assertThat(last.path("sessionWritesPerSecond").asDouble()).isEqualTo(1000);
    assertThat(last.path("tables").path(0).path("indexMb").asDouble()).isEqualTo(500);
  }

  @Test
  void says_when_something_was_lost_at_one_of_the_sizes() {
    GrowthReport report = report(LOST);
    assertThat(report.countsMatch()).isFalse();
    assertThat(report.table()).anyMatch(line -> line.contains("DO NOT MATCH"));
  }

  private static GrowthReport report(Counts last) {
    GrowthRound round =
        new GrowthRound(
            4000,
            1000,
            8000,
            new PacedLoad.Result(millis(4), millis(0)),
            new PacedLoad.Result(millis(2), millis(0)),
            new FlareLoad.Result(60, 190, millis(10), millis(0)));
    return new GrowthReport(
        new Machine(2, "A processor"),
        GrowthPlan.of(List.of(1_000, 10_000, 100_000), 52),
        List.of(
            step(1_000, new TableSize("session.session", 150_000, 300, 50), round, MATCHING),
            step(10_000, new TableSize("session.session", 1_500_000, 3_000, 500), round, last)),
        Optional.of("100000 patients were left out"),
        0.02,
        Instant.parse("2026-11-22T12:00:00Z"),
        Duration.ofMinutes(20));
  }

  private static GrowthStep step(int patients, TableSize size, GrowthRound round, Counts counts) {
    return new GrowthStep(
        patients, Duration.ofSeconds(30), List.of(size), List.of(round, round), counts);
  }

  private static Latencies millis(long millis) {
    return new Latencies(new long[] {millis * 1_000_000});
  }
}

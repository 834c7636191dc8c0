package health.backstep.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PainChartTest {

  private static final int WIDTH = 92;

  private final PainChart chart =
      new PainChart(
          42,
          new TreeMap<>(Map.of(0, 4, 5, 5, 10, 1, 41, 1)),
          List.of(5),
          new TreeMap<>(
              Map.of(
                  0, new PainChart.Versions(Change.GENERATED, "●1"),
                  5, new PainChart.Versions(Change.REGRESSED, "▼2"),
                  6, new PainChart.Versions(Change.RESTORED, "↺3"))));

  @ParameterizedTest
  @CsvSource({"0, 4", "2.5, 4.5", "5, 5", "7.5, 3", "41, 1", "41.9, 1"})
  void goes_straight_from_one_reading_to_the_next(double day, double pain) {
    assertThat(chart.at(day)).isEqualTo(pain);
  }

  @Test
  void has_a_row_for_each_point_of_pain_and_what_happened_under_the_axis() {
    List<String> lines = chart.lines(WIDTH, Ink.PLAIN);
    assertThat(lines)
        .extracting(line -> line.substring(0, 8).strip())
        .containsExactly("5 ┤", "4 ┤", "3 ┤", "2 ┤", "1 ┤", "0 ┼", "", "Flares", "Plans");
    assertThat(lines).allMatch(line -> line.length() <= WIDTH);
  }

  @Test
  void fills_a_row_as_far_as_the_pain_reaches_into_it() {
    List<String> lines = chart.lines(WIDTH, Ink.PLAIN);
    assertThat(lines.get(0).substring(8)).startsWith(" ").contains("█");
    assertThat(lines.get(1).substring(8)).startsWith("████████████");
    assertThat(lines.get(4).substring(8)).isEqualTo("█".repeat(WIDTH - 8));
  }

  @Test
  void puts_a_flare_and_its_plan_under_the_same_day_and_moves_what_would_overlap() {
    List<String> lines = chart.lines(WIDTH, Ink.PLAIN);
    int day5 = lines.get(7).indexOf('✖');
    assertThat(day5).isEqualTo(8 + 10);
    assertThat(lines.get(8).indexOf("▼2")).isEqualTo(day5);
    assertThat(lines.get(8).indexOf("↺3")).isEqualTo(day5 + 3);
  }

  @Test
  void has_colours_only_when_asked() {
    assertThat(String.join("", chart.lines(WIDTH, Ink.PLAIN))).doesNotContain("\u001b");
    assertThat(String.join("", chart.lines(WIDTH, new Ink(true)))).contains("\u001b[31m✖\u001b[0m");
  }

  @Test
  void can_be_drawn_without_any_reading() {
    PainChart empty = new PainChart(42, new TreeMap<>(), List.of(), new TreeMap<>());
    assertThat(empty.lines(WIDTH, Ink.PLAIN)).hasSize(9);
  }
}

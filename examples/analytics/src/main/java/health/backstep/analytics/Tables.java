package health.backstep.analytics;

import health.backstep.analytics.Completeness.Gap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures and the gaps as comma-separated values with a head line. */
final class Tables {

  private Tables() {}

  /** A line for each day and partner; adherence is empty while nothing was asked for. */
  static String daily(List<Series> all) {
    StringBuilder table =
        new StringBuilder("day,tenant,")
            .append(columns(Count::column))
            .append(",sessions_asked,adherence_7d_percent\n");
    int days = all.isEmpty() ? 0 : all.getFirst().days().size();
    for (int index = 0; index < days; index++) {
      for (Series series : all) {
        table.append(line(series, index));
      }
    }
    return table.toString();
  }

  /** A line for each range of missing numbers. */
  static String missing(List<Gap> gaps) {
    return gaps.stream()
        .map(
            gap ->
                "%s,%s,%d,%d\n"
                    .formatted(
                        gap.stream().source(),
                        gap.stream().patient(),
                        gap.missing().from(),
                        gap.missing().to()))
        .collect(Collectors.joining("", "source,patient,from_sequence,to_sequence\n", ""));
  }

  private static String line(Series series, int index) {
    DayFigures day = series.days().get(index);
    OptionalDouble adherence = series.adherencePercent(index);
    return String.join(
            ",",
            day.day().toString(),
            series.tenant(),
            columns(count -> Integer.toString(day.count(count))),
            decimal("%.3f", day.asked()),
            adherence.isPresent() ? decimal("%.1f", adherence.getAsDouble()) : "")
        + "\n";
  }

  private static String columns(java.util.function.Function<Count, String> cell) {
    return columns(Arrays.stream(Count.values()).map(cell));
  }

  private static String columns(Stream<String> cells) {
    return cells.collect(Collectors.joining(","));
  }

  private static String decimal(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}

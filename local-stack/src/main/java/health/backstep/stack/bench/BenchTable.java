package health.backstep.stack.bench;

import static health.backstep.stack.bench.Figures.HALF;
import static health.backstep.stack.bench.Figures.NEARLY_ALL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures for people, and under what conditions they came about. */
record BenchTable(BenchReport report) {

  List<String> lines() {
    Table table = new Table("", "median", "lowest", "highest", "ratio");
    writes(table);
    table.gap();
    reads(table);
    table.gap();
    flares(table);
    table.gap();
    starts(table);
    table.gap();
    report
        .residentMb()
        .forEach(
            (service, megabytes) ->
                table.row("Memory of " + service.processName() + ", MB", megabytes, "%.0f"));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.addAll(new BenchNotes(report).lines());
    return lines;
  }

  private void writes(Table table) {
    Figures figures = figures();
    whole(table, "Floor D: commits per second", figures.commitsPerSecond(), "");
    whole(
        table,
        "Sessions per second",
        figures.sessionsPerSecond(),
        of(figures.sessionWritesRatio(), "D"));
    whole(
        table,
        "Rows per second in batches",
        figures.batchRowsPerSecond(),
        of(figures.batchRowsRatio(), "D"));
    whole(
        table,
        "Sessions in time at three times the load",
        figures.goodPerSecond(),
        of(figures.goodputRatio(), "max"));
    whole(table, "Floor D before the backlogs", figures.backlogCommitsPerSecond(), "");
    whole(
        table,
        "Backlog: events applied per second",
        figures.backlogEventsPerSecond(),
        of(figures.backlogRatio(), "D"));
  }

  private void reads(Table table) {
    Figures figures = figures();
    whole(table, "Bare route: reads per second", figures.bareReadsPerSecond(), "");
    whole(
        table,
        "Plan reads per second",
        figures.planReadsPerSecond(),
        of(figures.planReadsRatio(), "bare"));
  }

  private void flares(Table table) {
    Figures figures = figures();
    for (double percent : List.of(HALF, NEARLY_ALL)) {
      String at = String.format(Locale.ROOT, ", p%.0f, ms", percent);
      table.row("Kafka round trip" + at, figures.kafka(percent), "%.2f", "");
      table.row(
          "Floor F: commit, Kafka, commit" + at, figures.commitKafkaCommit(percent), "%.2f", "");
      table.row(
          "Flare posted to plan readable" + at,
          figures.flareToPlan(percent),
          "%.2f",
          of(figures.flareToPlanRatio(percent), "F"));
    }
  }

  private void starts(Table table) {
    Starts starts = report.starts();
    table.row("Start S without cache to ready, s", starts.withoutCache(), "%.2f", "");
    table.row("Start with cache to ready, s", starts.withCache(), "%.2f", of(starts.ratio(), "S"));
  }

  private static void whole(Table table, String name, Spread spread, String ratio) {
    table.row(name, spread, "%.0f", ratio);
  }

  private Figures figures() {
    return report.figures();
  }

  private static String of(double ratio, String floor) {
    return String.format(Locale.ROOT, "%.2f %s", ratio, floor);
  }
}

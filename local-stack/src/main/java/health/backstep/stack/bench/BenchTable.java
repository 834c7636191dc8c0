package health.backstep.stack.bench;

import static health.backstep.stack.bench.Figures.HALF;
import static health.backstep.stack.bench.Figures.NEARLY_ALL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures for people, and under what conditions they came about. */
record BenchTable(BenchReport report) {

  List<String> lines() {
    Figures figures = figures();
    Table table = new Table("", "median", "lowest", "highest", "ratio");
    Spread commits = figures.commitsPerSecond();
    table.row("Floor D: commits per second", commits, "%.0f", "");
    table.row("Sessions per second", figures.sessionsPerSecond(), "%.0f", of(ratio(), "D"));
    table.gap();
    table.row("Kafka round trip, p50, ms", figures.kafka(HALF), "%.2f", "");
    table.row("Kafka round trip, p99, ms", figures.kafka(NEARLY_ALL), "%.2f", "");
    table.row("Floor F: commit, Kafka, commit, p50, ms", floor(HALF), "%.2f", "");
    table.row("Floor F: commit, Kafka, commit, p99, ms", floor(NEARLY_ALL), "%.2f", "");
    table.row("Flare posted to plan readable, p50, ms", product(HALF), "%.2f", ofFloor(HALF));
    table.row(
        "Flare posted to plan readable, p99, ms", product(NEARLY_ALL), "%.2f", ofFloor(NEARLY_ALL));
    table.gap();
    Starts starts = report.starts();
    table.row("Start S without cache to ready, s", starts.withoutCache(), "%.2f", "");
    table.row(
        "Start with cache to ready, s", starts.withCache(), "%.2f", of(starts.ratio(), "S"));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.addAll(conditions());
    return lines;
  }

  private List<String> conditions() {
    List<String> lines = new ArrayList<>();
    Figures figures = figures();
    Counts counts = report.counts();
    Machine machine = report.machine();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d rounds of floors and product in turn over %d connections, after %.0f s of warm-up"
                + " (%s).",
            figures.rounds().size(),
            Floors.CONNECTIONS,
            report.warmUp().seconds(),
            report.warmUp().steady() ? "steady then" : "still getting faster then"));
    lines.add(
        String.format(
            Locale.ROOT,
            "Flares came at %.0f per second, %.0f %% of the sessions (25 %% where patients suffice),",
            figures.flaresPerSecond().median(),
            100 * figures.flaresPerSecond().over(figures.sessionsPerSecond())));
    lines.add(
        String.format(
            Locale.ROOT,
            "timed from when each should have been sent; the generator was late by %.2f ms at p99.",
            figures.generatorLag(NEARLY_ALL).median()));
    lines.add(
        String.format(
            Locale.ROOT,
            "Counts %s: %d sessions accepted, %d stored, %d told; %d flares accepted, %d plans"
                + " regressed, %d told; %d failures.",
            report.countsMatch() ? "match" : "DO NOT MATCH",
            counts.sessionsAccepted(),
            counts.sessionRows(),
            counts.sessionEvents(),
            counts.flaresAccepted(),
            counts.regressedPlans(),
            counts.regressedEvents(),
            counts.failures()));
    lines.add(
        String.format(
            Locale.ROOT,
            "%s, %d cores, %s, %d s in all.",
            report.begun(),
            machine.cores(),
            machine.processor(),
            report.took().toSeconds()));
    if (report.isBusy()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "The machine was busy: other work took %.0f %% of it, so these figures say less.",
              100 * report.others()));
    }
    return lines;
  }

  private Figures figures() {
    return report.figures();
  }

  private double ratio() {
    return figures().sessionWritesRatio();
  }

  private Spread floor(double percent) {
    return figures().commitKafkaCommit(percent);
  }

  private Spread product(double percent) {
    return figures().flareToPlan(percent);
  }

  private String ofFloor(double percent) {
    return of(figures().flareToPlanRatio(percent), "F");
  }

  private static String of(double ratio, String floor) {
    return String.format(Locale.ROOT, "%.2f %s", ratio, floor);
  }
}

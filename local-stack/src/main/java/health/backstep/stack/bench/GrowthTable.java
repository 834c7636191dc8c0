package health.backstep.stack.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures for people: a column for each size; medians, and how far the rounds spread. */
record GrowthTable(GrowthReport report) {

  private static final int TABLES = 12;

  List<String> lines() {
    List<String> lines = new ArrayList<>(figures().lines());
    lines.add("");
    lines.addAll(sizes().lines());
    lines.add("");
    lines.addAll(notes());
    return lines;
  }

  private Table figures() {
    Table table = new Table(head("Patients").toArray(String[]::new));
    for (GrowthFigure figure : GrowthFigure.ALL) {
      List<String> cells = new ArrayList<>(List.of(figure.name()));
      for (GrowthStep step : report.steps()) {
        Spread spread = step.over(figure.value());
        cells.add(
            "%s (%s-%s)"
                .formatted(
                    number(figure, spread.median()),
                    number(figure, spread.lowest()),
                    number(figure, spread.highest())));
      }
      table.row(cells);
    }
    return table;
  }

  private static String number(GrowthFigure figure, double value) {
    return String.format(Locale.ROOT, figure.format(), value);
  }

  /** The largest tables at the last size, and what they were before. */
  private Table sizes() {
    Table table = new Table(head("Rows / table MB / indexes MB").toArray(String[]::new));
    for (TableSize last : report.steps().getLast().sizes().stream().limit(TABLES).toList()) {
      List<String> cells = new ArrayList<>(List.of(last.name()));
      for (GrowthStep step : report.steps()) {
        cells.add(
            step.sizes().stream()
                .filter(size -> size.name().equals(last.name()))
                .findFirst()
                .map(GrowthTable::size)
                .orElse("-"));
      }
      table.row(cells);
    }
    return table;
  }

  private static String size(TableSize size) {
    return String.format(
        Locale.ROOT, "%,d / %,.0f / %,.0f", size.rows(), size.tableMb(), size.indexMb());
  }

  private List<String> head(String first) {
    List<String> head = new ArrayList<>(List.of(first));
    report.steps().stream()
        .map(step -> String.format(Locale.ROOT, "%,d", step.patients()))
        .forEach(head::add);
    return head;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "%d weeks of history each; medians of %d rounds, lowest and highest in brackets.",
            report.plan().weeks(),
            report.plan().rounds()));
    notes.add("Latencies at a quarter of the most, from when each call should have been sent.");
    for (GrowthStep step : report.steps()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d patients: seeded in %.0f s, %,.0f MB; counts %s.",
              step.patients(),
              step.seeding().toMillis() / 1000.0,
              step.mb(),
              step.counts().match() ? "match" : "DO NOT MATCH: " + step.counts()));
    }
    report.leftOut().ifPresent(notes::add);
    notes.add(
        String.format(
            Locale.ROOT,
            "%s, %d cores, %s, %d s in all; other work took %.0f %% of the machine.",
            report.begun(),
            report.machine().cores(),
            report.machine().processor(),
            report.took().toSeconds(),
            100 * report.others()));
    return notes;
  }
}

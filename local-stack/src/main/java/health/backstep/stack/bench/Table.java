package health.backstep.stack.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of one name and some figures, names to the left and figures to the right. */
final class Table {

  private static final String BETWEEN = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... head) {
    rows.add(List.of(head));
  }

  void row(String name, Spread spread, String format, String ratio) {
    rows.add(
        List.of(
            name,
            figure(format, spread.median()),
            figure(format, spread.lowest()),
            figure(format, spread.highest()),
            ratio));
  }

  /** A figure that was measured once. */
  void row(String name, double value, String format) {
    rows.add(List.of(name, figure(format, value), "", "", ""));
  }

  /** A row of cells as they are. */
  void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  void gap() {
    rows.add(List.of());
  }

  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(width(column) - cell.length());
      line.append(column == 0 ? cell + padding : BETWEEN + padding + cell);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream()
        .filter(cells -> cells.size() > column)
        .mapToInt(cells -> cells.get(column).length())
        .max()
        .orElse(0);
  }

  private static String figure(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}

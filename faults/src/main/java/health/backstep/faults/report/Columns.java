package health.backstep.faults.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, the first to the left and the others to the right. */
final class Columns {

  private static final String BETWEEN = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Columns row(String... cells) {
    rows.add(List.of(cells));
    return this;
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
    return rows.stream().mapToInt(cells -> cells.get(column).length()).max().orElse(0);
  }
}

package health.backstep.contracts.docs;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A table in Markdown. */
final class Table {

  private final StringBuilder text = new StringBuilder();

  Table(String... columns) {
    row(columns);
    row(Arrays.stream(columns).map(column -> "---").toArray(String[]::new));
  }

  Table row(String... cells) {
    text.append(
        Arrays.stream(cells)
            .map(cell -> cell.replace("|", "\\|").replace('\n', ' ').strip())
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

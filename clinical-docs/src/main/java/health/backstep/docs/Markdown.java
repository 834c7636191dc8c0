package health.backstep.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The little Markdown that the page is made of. */
final class Markdown {

  private final StringBuilder text = new StringBuilder();

  Markdown heading(int level, String words) {
    return paragraph("#".repeat(level) + " " + words);
  }

  Markdown paragraph(String words) {
    text.append(words.strip()).append("\n\n");
    return this;
  }

  Markdown tableHead(String... columns) {
    row(columns);
    row(Arrays.stream(columns).map(column -> "---").toArray(String[]::new));
    return this;
  }

  Markdown row(String... cells) {
    text.append(
        Arrays.stream(cells).map(Markdown::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
    return this;
  }

  Markdown point(String words) {
    text.append("- ").append(words).append('\n');
    return this;
  }

  Markdown end() {
    text.append('\n');
    return this;
  }

  /** A place that {@link #link} leads to. */
  static String anchor(String id) {
    return "<a id=\"" + id.toLowerCase(Locale.ROOT) + "\"></a>";
  }

  static String link(String id) {
    return "[" + id + "](#" + id.toLowerCase(Locale.ROOT) + ")";
  }

  static String links(List<String> ids) {
    return ids.stream().map(Markdown::link).collect(Collectors.joining(", "));
  }

  private static String cell(String words) {
    return words.replace("|", "\\|").replace('\n', ' ').strip();
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing() + "\n";
  }
}

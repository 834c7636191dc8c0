package health.backstep.stack.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A terminal of a certain width that is written line by line. */
public final class Page {

  private static final int NARROWEST = 80;
  private static final int WIDEST = 100;

  private final PrintStream out;
  private final Ink ink;
  private final int width;
  private final Signs signs;

  /**
   * @param columns of the terminal; the page uses 80 to 100 of them
   */
  public Page(PrintStream out, Ink ink, int columns) {
    this.out = out;
    this.ink = ink;
    this.width = Math.clamp(columns, NARROWEST, WIDEST);
    this.signs = new Signs(out.charset());
  }

  Ink ink() {
    return ink;
  }

  int width() {
    return width;
  }

  void gap() {
    out.println();
  }

  /** A line as it is. */
  void line(String text) {
    out.println(signs.shown(text.stripTrailing()));
    out.flush();
  }

  /**
   * A paragraph whose first line begins with a lead and whose other lines are indented as far.
   *
   * @param leadWidth columns that the lead takes
   */
  void paragraph(String lead, int leadWidth, String text, UnaryOperator<String> paint) {
    String begin = lead;
    for (String part : wrapped(text, width - leadWidth)) {
      line(begin + paint.apply(part));
      begin = " ".repeat(leadWidth);
    }
  }

  /** A sentence, and after it in dim what it rests on: on the same line where there is room. */
  void cited(String lead, int leadWidth, String text, String citation) {
    List<String> lines = wrapped(text, width - leadWidth);
    String last = lines.getLast();
    boolean fits = leadWidth + last.length() + 2 + citation.length() <= width;
    String begin = lead;
    for (String part : lines.subList(0, lines.size() - 1)) {
      line(begin + part);
      begin = " ".repeat(leadWidth);
    }
    line(begin + last + (fits ? "  " + ink.dim(citation) : ""));
    if (!fits) {
      String indent = " ".repeat(leadWidth);
      paragraph(indent, leadWidth, citation, ink::dim);
    }
  }

  /** Lines of whole words; a word that is too long gets a line of its own. */
  static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}

package health.backstep.docs;

import java.util.Locale;

/** Writes shapes and text of a picture; looks are classes of its style sheet. */
final class Svg {

  private final StringBuilder body = new StringBuilder();

  Svg box(String look, int x, int y, int width, int height, int radius) {
    return line(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>"
            .formatted(look, x, y, width, height, radius));
  }

  /** A box filled more the higher its level is. */
  Svg box(String look, double filling, int x, int y, int width, int height, int radius) {
    return line(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" fill-opacity=\"%.2f\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\""
                + " rx=\"%d\"/>",
            look,
            filling,
            x,
            y,
            width,
            height,
            radius));
  }

  Svg text(String look, int x, int y, String words) {
    return line(
        "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>".formatted(look, x, y, escaped(words)));
  }

  Svg path(String look, String way) {
    return line("<path class=\"%s\" d=\"%s\"/>".formatted(look, way));
  }

  /** Shapes that show these words when pointed at. */
  Svg group(String words) {
    return line("<g><title>" + escaped(words) + "</title>");
  }

  Svg endGroup() {
    return line("</g>");
  }

  /** What the other one draws, above this. */
  Svg then(Svg above) {
    body.append(above.body);
    return this;
  }

  String document(int width, int height, String title, String style) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%d" height="%d" viewBox="0 0 %d %d">
        <title>%s</title>
        <style>
        %s</style>
        %s</svg>
        """
        .formatted(width, height, width, height, escaped(title), style, body);
  }

  private Svg line(String shape) {
    body.append(shape).append('\n');
    return this;
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

package health.backstep.analytics;

import java.util.List;

/** Shapes and words of a picture in SVG; looks are classes of its style sheet. */
final class Drawing {

  private final StringBuilder svg = new StringBuilder();

  void raw(String element) {
    svg.append(element).append('\n');
  }

  void text(String look, double x, double y, String words) {
    raw(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
            .formatted(look, Panel.round(x), Panel.round(y), words));
  }

  void box(String look, double x, double y, double width, double height) {
    raw(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
            .formatted(
                look, Panel.round(x), Panel.round(y), Panel.round(width), Panel.round(height)));
  }

  /** A line through the points; a single one is a dot. */
  void line(String look, List<String> points) {
    if (!points.isEmpty()) {
      String way = String.join("L", points) + (points.size() == 1 ? "h0.1" : "");
      raw("<path class=\"%s\" d=\"M%s\"/>".formatted(look, way));
    }
  }

  /** Days below, values with their unit on the left, a name above. */
  void axes(Panel panel, List<DayFigures> days, String name, String unit) {
    text("dim", Panel.LEFT, panel.top() - 10, name);
    for (double value : panel.ticks()) {
      line("grid", panel.across(value));
      text("dim end", Panel.LEFT - 8, panel.y(value) + 4, Panel.round(value) + unit);
    }
    for (int index = 0; index < days.size(); index += panel.daysBetweenLabels()) {
      String day = days.get(index).day().toString();
      text("dim mid", panel.x(index), panel.top() + panel.height() + 20, day);
    }
  }

  @Override
  public String toString() {
    return svg.toString();
  }
}

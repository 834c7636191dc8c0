package health.backstep.analytics;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Flares of each day by severity, one above the other, and the plans that stepped back. */
final class FlarePanel {

  private static final List<Severity> WORST_LAST = List.of(Severity.values());
  private static final List<Severity> NAMED =
      List.of(Severity.MILD, Severity.MODERATE, Severity.SEVERE);
  private static final double BAR_SHARE = 0.8;

  private final Drawing drawing;
  private final List<DayFigures> days;
  private final Panel panel;

  FlarePanel(Drawing drawing, List<DayFigures> days) {
    this.drawing = drawing;
    this.days = days;
    this.panel = new Panel(100, 200, days.size(), Panel.nice(highest()));
  }

  /** All flares of a day. */
  static int flares(DayFigures day) {
    return WORST_LAST.stream().mapToInt(severity -> day.count(Count.flares(severity))).sum();
  }

  void draw() {
    legend();
    drawing.axes(panel, days, "Number a day", "");
    IntStream.range(0, days.size()).forEach(this::bar);
    drawing.line(
        "line regressed",
        IntStream.range(0, days.size())
            .mapToObj(index -> panel.point(index, days.get(index).count(Count.REGRESSIONS)))
            .toList());
  }

  private void legend() {
    int x = Panel.LEFT;
    for (Severity severity : NAMED) {
      drawing.box(look(severity), x, 52, 14, 14);
      drawing.text("", x + 20, 64, look(severity) + " flares");
      x += 150;
    }
    drawing.line("line regressed", List.of(x + " 59", x + 34 + " 59"));
    drawing.text("", x + 42, 64, "regressed plans");
  }

  private void bar(int index) {
    int below = 0;
    for (Severity severity : WORST_LAST) {
      int count = days.get(index).count(Count.flares(severity));
      if (count > 0) {
        drawing.box(
            look(severity),
            panel.x(index) - panel.step() * BAR_SHARE / 2,
            panel.y(below + count),
            panel.step() * BAR_SHARE,
            panel.y(below) - panel.y(below + count));
        below += count;
      }
    }
  }

  private static String look(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private double highest() {
    return days.stream()
        .mapToInt(day -> Math.max(day.count(Count.REGRESSIONS), flares(day)))
        .max()
        .orElse(0);
  }
}

package health.backstep.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** How much of what was asked for was done; the line is broken where nothing was asked for. */
final class AdherencePanel {

  private static final double ALL = 100;

  private final Drawing drawing;
  private final Series series;
  private final Panel panel;

  AdherencePanel(Drawing drawing, Series series) {
    this.drawing = drawing;
    this.series = series;
    this.panel = new Panel(360, 170, series.days().size(), Panel.nice(highest()));
  }

  void draw() {
    drawing.axes(panel, series.days(), "Sessions done, % of those asked for, last 7 days", " %");
    drawing.line("line full", panel.across(ALL));
    List<String> part = new ArrayList<>();
    for (int index = 0; index < series.days().size(); index++) {
      OptionalDouble percent = series.adherencePercent(index);
      if (percent.isPresent()) {
        part.add(panel.point(index, percent.getAsDouble()));
      } else {
        drawing.line("line adherence", part);
        part.clear();
      }
    }
    drawing.line("line adherence", part);
    drawing.text("dim mid", 500, 585, "Day");
  }

  private double highest() {
    return IntStream.range(0, series.days().size())
        .mapToDouble(index -> series.adherencePercent(index).orElse(0))
        .reduce(ALL, Math::max);
  }
}

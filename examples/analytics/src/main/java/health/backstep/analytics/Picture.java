package health.backstep.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Two panels over the same days: flares by severity with the regressed plans, and the share of the
 * asked sessions that was done. Colours are told apart also by people who see no red or green.
 */
final class Picture {

  private static final String STYLE =
      """
      text{font:13px system-ui,sans-serif;fill:#1f2933}.title{font-size:20px;font-weight:700}
      .dim{font-size:12px;fill:#52606d}.end{text-anchor:end}.mid{text-anchor:middle}
      .page{fill:#fff}.grid{stroke:#d5dbe1;stroke-width:1}
      .mild{fill:#56b4e9}.moderate{fill:#e69f00}.severe{fill:#8f2d56}.unknown{fill:#999}
      .line{fill:none;stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}
      .regressed{stroke:#000;stroke-dasharray:5 3}.adherence{stroke:#0072b2}
      .full{stroke:#52606d;stroke-dasharray:2 4}
      """;

  private static final List<Severity> WORST_LAST =
      List.of(Severity.UNKNOWN, Severity.MILD, Severity.MODERATE, Severity.SEVERE);
  private static final int BAR_SHARE = 80;

  private final Series series;
  private final StringBuilder svg = new StringBuilder();

  private Picture(Series series) {
    this.series = series;
  }

  static String of(Series series) {
    return new Picture(series).draw();
  }

  private String draw() {
    String title = "Flares, regressed plans and adherence by day";
    rawLine("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 960 600\">");
    rawLine("<title>" + title + "</title><desc>" + description() + "</desc>");
    rawLine("<style>" + STYLE + "</style><rect class=\"page\" width=\"960\" height=\"600\"/>");
    text("title", 70, 36, title);
    if (series.days().isEmpty()) {
      text("dim", 70, 70, "No event has been read yet.");
    } else {
      flares();
      adherence();
    }
    rawLine("</svg>");
    return svg.toString();
  }

  private void flares() {
    Panel panel = new Panel(100, 200, series.days().size(), Panel.nice(highestCount()));
    axes(panel, "Number a day", "");
    legend();
    for (int index = 0; index < series.days().size(); index++) {
      bar(panel, index, series.days().get(index));
    }
    List<String> regressed = new ArrayList<>();
    for (int index = 0; index < series.days().size(); index++) {
      regressed.add(panel.point(index, series.days().get(index).count(Count.REGRESSIONS)));
    }
    line("regressed", regressed);
  }

  private void bar(Panel panel, int index, DayFigures day) {
    int below = 0;
    for (Severity severity : WORST_LAST) {
      int count = day.count(Count.flares(severity));
      if (count > 0) {
        rawLine(
            "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                .formatted(
                    severity.name().toLowerCase(Locale.ROOT),
                    Panel.round(panel.x(index) - panel.step() * BAR_SHARE / 200),
                    Panel.round(panel.y(below + count)),
                    Panel.round(panel.step() * BAR_SHARE / 100),
                    Panel.round(panel.y(below) - panel.y(below + count))));
        below += count;
      }
    }
  }

  private void adherence() {
    Panel panel = new Panel(360, 170, series.days().size(), Panel.nice(highestAdherence()));
    axes(panel, "Sessions done, % of those asked for, last 7 days", " %");
    rawLine("<path class=\"line full\" d=\"M%s\"/>".formatted(panel.across(100)));
    List<String> part = new ArrayList<>();
    for (int index = 0; index < series.days().size(); index++) {
      OptionalDouble percent = series.adherencePercent(index);
      if (percent.isPresent()) {
        part.add(panel.point(index, percent.getAsDouble()));
      } else {
        line("adherence", part);
        part.clear();
      }
    }
    line("adherence", part);
    text("dim mid", 510, 585, "Day");
  }

  private void axes(Panel panel, String label, String unit) {
    text("dim", 70, panel.top() - 10, label);
    for (double value : panel.ticks()) {
      rawLine("<path class=\"grid\" d=\"M%s\"/>".formatted(panel.across(value)));
      text("dim end", 62, panel.y(value) + 4, Panel.round(value) + unit);
    }
    for (int index = 0; index < series.days().size(); index += panel.daysBetweenLabels()) {
      String day = series.days().get(index).day().toString();
      text("dim mid", panel.x(index), panel.top() + panel.height() + 20, day);
    }
  }

  private void legend() {
    List<String> names = List.of("unknown", "mild", "moderate", "severe");
    for (int i = 1; i < names.size(); i++) {
      int x = 70 + 150 * (i - 1);
      rawLine(
          "<rect class=\"%s\" x=\"%d\" y=\"52\" width=\"14\" height=\"14\"/>"
              .formatted(names.get(i), x));
      text("", x + 20, 64, names.get(i) + " flares");
    }
    rawLine("<path class=\"line regressed\" d=\"M520 59L554 59\"/>");
    text("", 562, 64, "regressed plans");
  }

  private String description() {
    int flares = WORST_LAST.stream().mapToInt(severity -> total(Count.flares(severity))).sum();
    return "%d days, %d flares, %d regressed plans, %d sessions."
        .formatted(series.days().size(), flares, total(Count.REGRESSIONS), total(Count.SESSIONS));
  }

  private int total(Count what) {
    return series.days().stream().mapToInt(day -> day.count(what)).sum();
  }

  private double highestCount() {
    return series.days().stream()
        .mapToInt(
            day ->
                Math.max(
                    day.count(Count.REGRESSIONS),
                    WORST_LAST.stream().mapToInt(it -> day.count(Count.flares(it))).sum()))
        .max()
        .orElse(0);
  }

  private double highestAdherence() {
    double highest = 100;
    for (int index = 0; index < series.days().size(); index++) {
      highest = Math.max(highest, series.adherencePercent(index).orElse(0));
    }
    return highest;
  }

  /** A line through the points; a single one is a dot. */
  private void line(String look, List<String> points) {
    if (!points.isEmpty()) {
      String way = String.join("L", points) + (points.size() == 1 ? "h0.1" : "");
      rawLine("<path class=\"line %s\" d=\"M%s\"/>".formatted(look, way));
    }
  }

  private void text(String look, double x, double y, String words) {
    rawLine(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
            .formatted(look, Panel.round(x), Panel.round(y), words));
  }

  private void rawLine(String shape) {
    svg.append(shape).append('\n');
  }
}

package health.backstep.analytics;

/**
 * Two panels over the same days: flares by severity with the regressed plans, and the share of the
 * asked sessions that was done. Colours are told apart also by people who see no red or green.
 */
final class Picture {

  private static final String TITLE = "Flares, regressed plans and adherence by day";

  private static final String STYLE =
      """
      text{font:13px system-ui,sans-serif;fill:#1f2933}.title{font-size:20px;font-weight:700}
      .dim{font-size:12px;fill:#52606d}.end{text-anchor:end}.mid{text-anchor:middle}
      .page{fill:#fff}.grid{stroke:#d5dbe1;stroke-width:1}
      .mild{fill:#56b4e9}.moderate{fill:#e69f00}.severe{fill:#8f2d56}.unknown{fill:#999}
      .line{fill:none;stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}
      .regressed{stroke:#000;stroke-dasharray:5 4}.adherence{stroke:#0072b2}
      .full{stroke:#52606d;stroke-width:1.5;stroke-dasharray:2 5}
      """;

  private Picture() {}

  static String of(Series series) {
    Drawing drawing = new Drawing();
    drawing.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 960 600\">");
    drawing.raw("<title>" + TITLE + "</title><desc>" + description(series) + "</desc>");
    drawing.raw("<style>\n" + STYLE + "</style>");
    drawing.box("page", 0, 0, 960, 600);
    drawing.text("title", Panel.LEFT, 36, TITLE);
    if (series.days().isEmpty()) {
      drawing.text("dim", Panel.LEFT, 70, "No event has been read yet.");
    } else {
      new FlarePanel(drawing, series.days()).draw();
      new AdherencePanel(drawing, series).draw();
    }
    drawing.raw("</svg>");
    return drawing.toString();
  }

  private static String description(Series series) {
    return "%d days, %d flares, %d regressed plans, %d sessions."
        .formatted(
            series.days().size(),
            series.days().stream().mapToInt(FlarePanel::flares).sum(),
            total(series, Count.REGRESSIONS),
            total(series, Count.SESSIONS));
  }

  private static int total(Series series, Count what) {
    return series.days().stream().mapToInt(day -> day.count(what)).sum();
  }
}

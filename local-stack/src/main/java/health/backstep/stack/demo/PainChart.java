package health.backstep.stack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pain over the days of the story as an area of block characters; between two readings it goes
 * straight from one to the other. Under the axis stand flares and plan versions.
 *
 * @param days on the axis
 * @param pain worst of the day by day, 0-10
 * @param flares days on which one began
 * @param versions marks of plan versions by day
 */
record PainChart(
    int days,
    NavigableMap<Integer, Integer> pain,
    List<Integer> flares,
    SortedMap<Integer, Versions> versions) {

  /** What stands under a day: the change's mark and the version's number. */
  record Versions(Change change, String text) {}

  private static final int LABEL = 8;
  private static final String EIGHTHS = " ▁▂▃▄▅▆▇█";
  private static final int GREEN_UP_TO = 2;
  private static final int YELLOW_UP_TO = 4;
  private static final int LOWEST_TOP = 5;

  PainChart {
    pain = new TreeMap<>(pain);
    versions = new TreeMap<>(versions);
  }

  List<String> lines(int width, Ink ink) {
    int columns = width - LABEL;
    int top = Math.max(LOWEST_TOP, pain.values().stream().max(Integer::compare).orElse(0));
    List<String> lines = new ArrayList<>();
    for (int row = top; row >= 1; row--) {
      lines.add(label(Integer.toString(row), "┤") + row(row, columns, ink));
    }
    lines.add(label("0", "┼") + ink.dim(axis(columns)));
    lines.add(label("", " ") + ink.dim(weeks(columns)));
    Line flareLine = new Line();
    flares.forEach(day -> flareLine.put(column(day, columns), ink.red("✖"), 1));
    lines.add(label("Flares", " ") + flareLine);
    Line versionLine = new Line();
    versions.forEach(
        (day, version) ->
            versionLine.put(
                column(day, columns),
                version.change().painted(version.text(), ink),
                version.text().length()));
    lines.add(label("Plans", " ") + versionLine);
    return lines;
  }

  /** Pain at a time between readings. */
  double at(double day) {
    Map.Entry<Integer, Integer> before = pain.floorEntry((int) day);
    Map.Entry<Integer, Integer> after = pain.ceilingEntry((int) Math.ceil(day));
    if (before == null || after == null) {
      Map.Entry<Integer, Integer> only = before == null ? after : before;
      return only == null ? 0 : only.getValue();
    }
    int span = after.getKey() - before.getKey();
    double share = span == 0 ? 0 : (day - before.getKey()) / span;
    return before.getValue() + share * (after.getValue() - before.getValue());
  }

  private String row(int row, int columns, Ink ink) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      double value = at(day(column, columns));
      long eighths = Math.clamp(Math.round((value - row + 1) * 8), 0, 8);
      line.append(painted(String.valueOf(EIGHTHS.charAt((int) eighths)), value, ink));
    }
    return line.toString();
  }

  private static String painted(String block, double value, Ink ink) {
    if (value <= GREEN_UP_TO) {
      return ink.green(block);
    }
    return value <= YELLOW_UP_TO ? ink.yellow(block) : ink.red(block);
  }

  private String axis(int columns) {
    StringBuilder axis = new StringBuilder("─".repeat(columns));
    for (int day = 0; day < days; day += 7) {
      axis.setCharAt(column(day, columns), '┬');
    }
    return axis.toString();
  }

  private String weeks(int columns) {
    Line line = new Line();
    for (int day = 0; day < days; day += 7) {
      String week = "Week " + Calendar.week(day);
      line.put(column(day, columns), week, week.length());
    }
    return line.toString();
  }

  private double day(int column, int columns) {
    return (double) column * days / columns;
  }

  private int column(int day, int columns) {
    return (int) Math.round((double) day * columns / days);
  }

  private static String label(String text, String edge) {
    return text.isEmpty() || text.length() > 2
        ? String.format("%-" + LABEL + "s", text.isEmpty() ? "" : text)
        : String.format("%" + (LABEL - 2) + "s %s", text, edge);
  }

  /** Text put at columns; what would overlap moves to the right. */
  private static final class Line {
    private final StringBuilder text = new StringBuilder();
    private int end;

    void put(int column, String painted, int length) {
      int from = end == 0 ? column : Math.max(column, end + 1);
      text.append(" ".repeat(from - end)).append(painted);
      end = from + length;
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}

package health.backstep.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where days and values stand in a part of the picture, in its units.
 *
 * @param top upper edge
 * @param days how many stand side by side
 * @param highest value at the upper edge
 */
record Panel(int top, int height, int days, double highest) {

  static final int LEFT = 70;

  private static final int WIDTH = 860;
  private static final int LABEL_WIDTH = 90;
  private static final int TICKS = 4;

  /** The smallest of 4, 8, 20, 40, 80, 100, 200, 400 and so on that is at or above the value. */
  static double nice(double value) {
    double decade = 1;
    while (true) {
      for (double tick : decade == 1 ? new double[] {1, 2, 5} : new double[] {1, 2, 2.5, 5}) {
        if (TICKS * tick * decade >= value) {
          return TICKS * tick * decade;
        }
      }
      decade *= 10;
    }
  }

  double step() {
    return (double) WIDTH / days;
  }

  /** Middle of a day. */
  double x(int index) {
    return LEFT + step() * (index + 0.5);
  }

  double y(double value) {
    return top + height - height * value / highest;
  }

  double[] ticks() {
    return DoubleStream.iterate(0, tick -> tick <= highest, tick -> tick + highest / TICKS)
        .toArray();
  }

  int daysBetweenLabels() {
    return Math.max(1, (int) Math.ceil(LABEL_WIDTH / step()));
  }

  String point(int index, double value) {
    return round(x(index)) + " " + round(y(value));
  }

  /** From the left edge to the right one at a value. */
  List<String> across(double value) {
    return List.of(LEFT + " " + round(y(value)), LEFT + WIDTH + " " + round(y(value)));
  }

  /** As short as one decimal allows. */
  static String round(double number) {
    BigDecimal rounded =
        BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.toPlainString();
  }
}

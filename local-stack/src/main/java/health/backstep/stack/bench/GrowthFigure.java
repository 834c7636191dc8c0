package health.backstep.stack.bench;

import static health.backstep.stack.bench.Figures.HALF;
import static health.backstep.stack.bench.Figures.NEARLY_ALL;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A figure that is measured at every size.
 *
 * @param key its name in JSON
 * @param name its name for people
 * @param format of its value
 */
record GrowthFigure(String key, String name, String format, ToDoubleFunction<GrowthRound> value) {

  static final List<GrowthFigure> ALL =
      List.of(
          new GrowthFigure(
              "commitFloorPerSecond",
              "Floor D: commits per second",
              "%.0f",
              GrowthRound::commitsPerSecond),
          new GrowthFigure(
              "sessionWritesPerSecond",
              "Sessions per second",
              "%.0f",
              GrowthRound::sessionsPerSecond),
          new GrowthFigure(
              "planReadsPerSecond", "Plan reads per second", "%.0f", GrowthRound::readsPerSecond),
          new GrowthFigure(
              "sessionWriteP50Ms",
              "Session write, p50, ms",
              "%.2f",
              round -> round.sessions().answered().millisAt(HALF)),
          new GrowthFigure(
              "sessionWriteP99Ms",
              "Session write, p99, ms",
              "%.2f",
              round -> round.sessions().answered().millisAt(NEARLY_ALL)),
          new GrowthFigure(
              "planReadP50Ms",
              "Plan read, p50, ms",
              "%.2f",
              round -> round.reads().answered().millisAt(HALF)),
          new GrowthFigure(
              "planReadP99Ms",
              "Plan read, p99, ms",
              "%.2f",
              round -> round.reads().answered().millisAt(NEARLY_ALL)),
          new GrowthFigure(
              "flareToPlanP50Ms",
              "Flare posted to plan readable, p50, ms",
              "%.2f",
              round -> round.flares().readable().millisAt(HALF)),
          new GrowthFigure(
              "flareToPlanP99Ms",
              "Flare posted to plan readable, p99, ms",
              "%.2f",
              round -> round.flares().readable().millisAt(NEARLY_ALL)),
          new GrowthFigure(
              "generatorLagP99Ms",
              "The generator was late, p99, ms",
              "%.2f",
              round -> round.sessions().lag().millisAt(NEARLY_ALL)));
}

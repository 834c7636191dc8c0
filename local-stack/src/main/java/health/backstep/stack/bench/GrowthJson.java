package health.backstep.stack.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** The figures for scripts. Their names are a contract: add, do not rename. */
record GrowthJson(GrowthReport report) {

  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("countsMatch", report.countsMatch());
    values.put("weeks", report.plan().weeks());
    values.put("rounds", report.plan().rounds());
    values.put("steps", report.steps().stream().map(GrowthJson::step).toList());
    report.leftOut().ifPresent(why -> values.put("leftOut", why));
    values.put("date", report.begun().toString());
    values.put("tookSeconds", report.took().toSeconds());
    values.put("machine", report.machine());
    values.put("otherWorkPercent", rounded(100 * report.others()));
    return values;
  }

  private static Map<String, Object> step(GrowthStep step) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("patients", step.patients());
    values.put("seedingSeconds", step.seeding().toSeconds());
    for (GrowthFigure figure : GrowthFigure.ALL) {
      Spread spread = step.over(figure.value());
      values.put(figure.key(), rounded(spread.median()));
      values.put(figure.key() + "Lowest", rounded(spread.lowest()));
      values.put(figure.key() + "Highest", rounded(spread.highest()));
    }
    values.put("databasesMb", rounded(step.mb()));
    values.put("tables", step.sizes());
    values.put("counts", step.counts());
    return values;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}

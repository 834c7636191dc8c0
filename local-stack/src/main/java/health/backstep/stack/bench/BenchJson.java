package health.backstep.stack.bench;

import static health.backstep.stack.bench.Figures.HALF;
import static health.backstep.stack.bench.Figures.NEARLY_ALL;

import java.util.LinkedHashMap;
import java.util.Map;

/** The figures for scripts. Their names are a contract: add, do not rename. */
record BenchJson(BenchReport report) {

  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    putRatios(values);
    values.put("countsMatch", report.countsMatch());
    putFigures(values);
    putConditions(values);
    values.put("counts", report.counts());
    return values;
  }

  private void putRatios(Map<String, Object> values) {
    Figures figures = report.figures();
    values.put("sessionWritesRatio", rounded(figures.sessionWritesRatio()));
    values.put("batchRowsRatio", rounded(figures.batchRowsRatio()));
    values.put("backlogRatio", rounded(figures.backlogRatio()));
    values.put("goodputRatio", rounded(figures.goodputRatio()));
    values.put("planReadsRatio", rounded(figures.planReadsRatio()));
    values.put("flareToPlanP50Ratio", rounded(figures.flareToPlanRatio(HALF)));
    values.put("flareToPlanP99Ratio", rounded(figures.flareToPlanRatio(NEARLY_ALL)));
    values.put("startRatio", rounded(report.starts().ratio()));
    Map<String, Object> memory = new LinkedHashMap<>();
    report
        .residentMb()
        .forEach((service, megabytes) -> memory.put(service.processName(), rounded(megabytes)));
    values.put("residentMb", memory);
  }

  private void putFigures(Map<String, Object> values) {
    Figures figures = report.figures();
    put(values, "sessionWritesPerSecond", figures.sessionsPerSecond());
    put(values, "commitFloorPerSecond", figures.commitsPerSecond());
    put(values, "batchRowsPerSecond", figures.batchRowsPerSecond());
    put(values, "backlogEventsPerSecond", figures.backlogEventsPerSecond());
    put(values, "backlogCommitFloorPerSecond", figures.backlogCommitsPerSecond());
    put(values, "goodPerSecondUnderOverload", figures.goodPerSecond());
    put(values, "offeredPerSecondUnderOverload", figures.offeredPerSecond());
    put(values, "overloadGeneratorLagP99Ms", figures.rushLag(NEARLY_ALL));
    put(values, "planReadsPerSecond", figures.planReadsPerSecond());
    put(values, "bareReadsPerSecond", figures.bareReadsPerSecond());
    put(values, "kafkaRoundTripP50Ms", figures.kafka(HALF));
    put(values, "kafkaRoundTripP99Ms", figures.kafka(NEARLY_ALL));
    put(values, "commitKafkaCommitP50Ms", figures.commitKafkaCommit(HALF));
    put(values, "commitKafkaCommitP99Ms", figures.commitKafkaCommit(NEARLY_ALL));
    put(values, "flareToPlanP50Ms", figures.flareToPlan(HALF));
    put(values, "flareToPlanP99Ms", figures.flareToPlan(NEARLY_ALL));
    put(values, "flaresPerSecond", figures.flaresPerSecond());
    put(values, "sessionsBesideFlaresPerSecond", figures.sessionsBesideFlaresPerSecond());
    put(values, "generatorLagP99Ms", figures.generatorLag(NEARLY_ALL));
    put(values, "catchUpSeconds", figures.catchUpSeconds());
    put(values, "startWithCacheSeconds", report.starts().withCache());
    put(values, "startWithoutCacheSeconds", report.starts().withoutCache());
  }

  private void putConditions(Map<String, Object> values) {
    Conditions conditions = report.conditions();
    values.put("connections", Floors.CONNECTIONS);
    values.put("commitFloorBy", conditions.committer());
    values.put("rounds", report.figures().rounds().size());
    values.put("starts", report.starts().cached().size());
    values.put("roundsPlanned", conditions.planned());
    values.put("backlogs", report.figures().backlogs().size());
    values.put("warmUpSeconds", rounded(conditions.warmUp().seconds()));
    values.put("warmUpSteady", conditions.warmUp().steady());
    values.put("date", conditions.begun().toString());
    values.put("tookSeconds", conditions.took().toSeconds());
    values.put("machine", conditions.machine());
    values.put("otherWorkPercent", rounded(100 * conditions.others()));
    values.put("machineBusy", conditions.isBusy());
  }

  private static void put(Map<String, Object> values, String name, Spread spread) {
    values.put(name, rounded(spread.median()));
    values.put(name + "Lowest", rounded(spread.lowest()));
    values.put(name + "Highest", rounded(spread.highest()));
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}

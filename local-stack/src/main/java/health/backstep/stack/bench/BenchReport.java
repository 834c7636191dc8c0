package health.backstep.stack.bench;

import static health.backstep.stack.bench.Figures.HALF;
import static health.backstep.stack.bench.Figures.NEARLY_ALL;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came out, as a table and as JSON.
 *
 * @param others share of the machine, 0 to 1, that other work took during the rounds
 */
public record BenchReport(
    Machine machine,
    WarmUp warmUp,
    double others,
    Figures figures,
    Starts starts,
    Counts counts,
    Instant begun,
    Duration took) {

  private static final double QUIET = 0.1;

  /** Whether everything that was accepted had its effect, once. */
  public boolean countsMatch() {
    return counts.match();
  }

  /** Others were at work, so the figures say less. */
  boolean isBusy() {
    return others > QUIET;
  }

  /** As JSON, indented. */
  public String json() {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(values());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of numbers is always JSON", e);
    }
  }

  /** For people. */
  public List<String> table() {
    return new BenchTable(this).lines();
  }

  /** Names are a contract with scripts: add, do not rename. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("sessionWritesRatio", rounded(figures.sessionWritesRatio()));
    values.put("flareToPlanP50Ratio", rounded(figures.flareToPlanRatio(HALF)));
    values.put("flareToPlanP99Ratio", rounded(figures.flareToPlanRatio(NEARLY_ALL)));
    values.put("startRatio", rounded(starts.ratio()));
    values.put("countsMatch", countsMatch());
    put(values, "sessionWritesPerSecond", figures.sessionsPerSecond());
    put(values, "commitFloorPerSecond", figures.commitsPerSecond());
    put(values, "kafkaRoundTripP50Ms", figures.kafka(HALF));
    put(values, "kafkaRoundTripP99Ms", figures.kafka(NEARLY_ALL));
    put(values, "commitKafkaCommitP50Ms", figures.commitKafkaCommit(HALF));
    put(values, "commitKafkaCommitP99Ms", figures.commitKafkaCommit(NEARLY_ALL));
    put(values, "flareToPlanP50Ms", figures.flareToPlan(HALF));
    put(values, "flareToPlanP99Ms", figures.flareToPlan(NEARLY_ALL));
    put(values, "flaresPerSecond", figures.flaresPerSecond());
    put(values, "generatorLagP99Ms", figures.generatorLag(NEARLY_ALL));
    put(values, "catchUpSeconds", figures.catchUpSeconds());
    put(values, "startWithCacheSeconds", starts.withCache());
    put(values, "startWithoutCacheSeconds", starts.withoutCache());
    values.put("starts", starts.cached().size());
    values.put("connections", Floors.CONNECTIONS);
    values.put("rounds", figures.rounds().size());
    values.put("warmUpSeconds", rounded(warmUp.seconds()));
    values.put("warmUpSteady", warmUp.steady());
    values.put("date", begun.toString());
    values.put("tookSeconds", took.toSeconds());
    values.put("machine", machine);
    values.put("otherWorkPercent", rounded(100 * others));
    values.put("machineBusy", isBusy());
    values.put("counts", counts);
    return values;
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

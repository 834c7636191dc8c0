package health.backstep.faults.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.faults.Result;
import health.backstep.faults.RunOptions;
import health.backstep.faults.check.invariant.Finding;
import health.backstep.faults.nemesis.Fault;
import health.backstep.faults.nemesis.Schedule;
import health.backstep.faults.nemesis.Strike;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run as JSON, with all that is needed to run it again. */
public record RunJson(Result result) {

  /** Indented. */
  public String text() {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(values());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts and numbers is always JSON", e);
    }
  }

  /** Names are a contract with scripts: add, do not rename. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("holds", result.holds());
    values.put("seed", result.options().seed());
    values.put("options", options());
    values.put("begun", result.begun().toString());
    values.put("tookSeconds", result.took().toSeconds());
    values.put("requests", result.attempts().size());
    values.put("unknownOutcomes", result.unknownOutcomes());
    values.put("injectedRecords", result.injected().size());
    values.put("invariants", result.findings().stream().map(RunJson::invariant).toList());
    values.put("faults", FaultRow.of(result).stream().map(RunJson::fault).toList());
    values.put("notDone", result.impossible());
    values.put("strikes", result.strikes().stream().map(RunJson::strike).toList());
    values.put("environment", environment());
    return values;
  }

  private Map<String, Object> options() {
    RunOptions options = result.options();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("faults", options.faults().stream().map(Fault::name).toList());
    values.put("again", options.order() == Schedule.Order.AGAIN);
    values.put("faultSeconds", options.atMost().toSeconds());
    values.put("pace", options.pace());
    values.put("patients", options.load().patients());
    values.put("requestsPerSecond", options.load().perSecond());
    return values;
  }

  private static Map<String, Object> invariant(Finding finding) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", finding.invariant());
    values.put("sentence", finding.sentence());
    values.put("verdict", finding.verdict().name());
    values.put("checked", finding.checked());
    values.put("violated", finding.violated());
    values.put("examples", finding.examples());
    values.put("remark", finding.remark());
    return values;
  }

  private static Map<String, Object> fault(FaultRow row) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", row.fault());
    values.put("times", row.times());
    values.put("notAsPlanned", row.notAsPlanned());
    values.put("requests", row.requests());
    values.put("unknownOutcomes", row.unknown());
    putMillis(values, "recoveryP50Ms", row.p50());
    putMillis(values, "recoveryMaxMs", row.max());
    return values;
  }

  private static Map<String, Object> strike(Strike strike) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", strike.name());
    values.put("begun", strike.begun().toString());
    values.put("ended", strike.ended().toString());
    putMillis(values, "recoveredMs", strike.recovered());
    values.put("trouble", strike.trouble());
    return values;
  }

  private static void putMillis(
      Map<String, Object> values, String name, Optional<Duration> duration) {
    values.put(name, duration.map(Duration::toMillis).orElse(null));
  }

  private static Map<String, Object> environment() {
    return Map.of(
        "cores",
        Runtime.getRuntime().availableProcessors(),
        "java",
        System.getProperty("java.runtime.version"),
        "os",
        List.of(System.getProperty("os.name"), System.getProperty("os.version")));
  }
}

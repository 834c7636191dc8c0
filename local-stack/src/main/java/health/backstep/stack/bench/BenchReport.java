package health.backstep.stack.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.stack.platform.ServiceName;
import java.util.List;
import java.util.Map;

/**
 * What came out, as a table and as JSON.
 *
 * @param residentMb of each service after the rounds, before the backlogs
 */
public record BenchReport(
    Conditions conditions,
    Figures figures,
    Starts starts,
    Map<ServiceName, Double> residentMb,
    Counts counts) {

  /** Whether everything that was accepted had its effect, once. */
  public boolean countsMatch() {
    return counts.match();
  }

  /** As JSON, indented. */
  public String json() {
    try {
      return new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(new BenchJson(this).values());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of numbers is always JSON", e);
    }
  }

  /** For people. */
  public List<String> table() {
    return new BenchTable(this).lines();
  }
}

package health.backstep.stack.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What growth does.
 *
 * @param leftOut why the last sizes are missing, when they are
 * @param others share of the machine, 0 to 1, that other work took
 */
public record GrowthReport(
    Machine machine,
    GrowthPlan plan,
    List<GrowthStep> steps,
    Optional<String> leftOut,
    double others,
    Instant begun,
    Duration took) {

  /** Whether everything that was accepted had its effect, once, at every size. */
  public boolean countsMatch() {
    return steps.stream().allMatch(step -> step.counts().match());
  }

  /** For people. */
  public List<String> table() {
    return new GrowthTable(this).lines();
  }

  /** As JSON, indented. */
  public String json() {
    try {
      return new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(new GrowthJson(this).values());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of numbers is always JSON", e);
    }
  }
}

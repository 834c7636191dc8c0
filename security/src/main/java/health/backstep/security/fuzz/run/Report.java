package health.backstep.security.fuzz.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param sent requests, or records
 * @param outcomes how many came to what
 * @param again of the refused ones those that were sent once more, with every table compared
 * @param p99 within which of 100 requests 99 were answered; nothing for records
 * @param slowest the longest that one took
 */
public record Report(
    int sent,
    Map<String, Integer> outcomes,
    int again,
    Duration p99,
    Duration slowest,
    List<Finding> findings,
    Duration took) {

  public Report {
    outcomes = Map.copyOf(outcomes);
    findings = List.copyOf(findings);
  }

  public boolean holds() {
    return findings.isEmpty();
  }
}

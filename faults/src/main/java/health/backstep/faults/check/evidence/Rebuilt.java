package health.backstep.faults.check.evidence;

import java.util.Map;

/**
 * That all topics were sent again at the end of a run.
 *
 * @param finished whether every topic was sent to its last row and taken in within the limit
 * @param resent how many records came again
 * @param before counts and digests of the databases, by name
 * @param after the same when all consumers had read everything again
 */
public record Rebuilt(
    boolean finished, long resent, Map<String, String> before, Map<String, String> after) {

  public Rebuilt {
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }
}

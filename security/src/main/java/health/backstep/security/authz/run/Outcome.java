package health.backstep.security.authz.run;

import java.time.Duration;
import java.util.List;

/**
 * What a run came to.
 *
 * @param asked cells or requests that were tried
 * @param watched ids and secrets that were searched for in every answer to somebody else
 */
public record Outcome(int asked, int watched, List<Difference> differences, Duration took) {

  public Outcome {
    differences = List.copyOf(differences);
  }

  public boolean holds() {
    return differences.isEmpty();
  }
}

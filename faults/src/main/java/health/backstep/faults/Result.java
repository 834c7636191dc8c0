package health.backstep.faults;

import health.backstep.faults.check.invariant.Finding;
import health.backstep.faults.load.Attempt;
import health.backstep.faults.nemesis.Injected;
import health.backstep.faults.nemesis.Strike;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param impossible faults that this machine cannot do, with the reason
 * @param attempts all that the patients' apps asked
 */
public record Result(
    RunOptions options,
    Instant begun,
    Duration took,
    List<Strike> strikes,
    Map<String, String> impossible,
    List<Attempt> attempts,
    List<Injected> injected,
    List<Finding> findings) {

  public Result {
    strikes = List.copyOf(strikes);
    attempts = List.copyOf(attempts);
    injected = List.copyOf(injected);
    findings = List.copyOf(findings);
  }

  /** The invariants that do not hold. */
  public List<Finding> broken() {
    return findings.stream().filter(Finding::isBroken).toList();
  }

  public boolean holds() {
    return broken().isEmpty();
  }

  /** Attempts to which no answer came. */
  public long unknownOutcomes() {
    return attempts.stream().filter(attempt -> attempt.answer().isEmpty()).count();
  }
}

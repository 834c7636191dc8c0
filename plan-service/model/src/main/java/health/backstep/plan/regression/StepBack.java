package health.backstep.plan.regression;

import health.backstep.plan.decision.Decision;
import health.backstep.plan.routine.Routine;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a flare made of a routine.
 *
 * @param sessionsFewer sessions a week that are left out for recovery
 * @param rest no session for so long
 */
public record StepBack(
    Routine routine, int sessionsFewer, Duration rest, List<Decision> decisions) {

  /** Sessions a week that are left of so many; never none. */
  public int sessions(int usual) {
    return Math.max(1, usual - sessionsFewer);
  }

  static StepBack none(Routine routine) {
    return new StepBack(routine, 0, Duration.ZERO, List.of());
  }

  StepBack to(Routine changed, Decision because) {
    return new StepBack(
        changed,
        sessionsFewer,
        rest,
        Stream.concat(decisions.stream(), Stream.of(because)).toList());
  }

  StepBack also(Decision because) {
    return to(routine, because);
  }

  StepBack recovering(int sessions, Duration restFor, Decision because) {
    Duration longest = rest.compareTo(restFor) > 0 ? rest : restFor;
    return new StepBack(routine, sessionsFewer + sessions, longest, also(because).decisions());
  }
}

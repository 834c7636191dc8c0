package health.backstep.plan.course;

import health.backstep.plan.history.PlanEvent.Severity;
import health.backstep.plan.routine.Routine;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A step back that lasts as long as its flare (RG-TEMP).
 *
 * @param before the routine that comes back when the flare settles
 * @param sessionsBefore sessions a week that come back with it
 * @param provoking exercises that hurt in this flare
 * @param stays whether the lower level stays when the flare settles (RG-REPEAT)
 */
public record Regression(
    UUID flareId,
    Severity severity,
    Routine before,
    int sessionsBefore,
    Set<String> provoking,
    boolean stays) {

  /** The same flare got worse. */
  public Regression escalated(Severity worse, Collection<String> alsoProvoking) {
    Set<String> all = new HashSet<>(provoking);
    all.addAll(alsoProvoking);
    return new Regression(flareId, worse, before, sessionsBefore, all, stays);
  }

  /**
   * The same step back from another routine, because the patient's circumstances changed meanwhile.
   */
  public Regression from(Routine changed) {
    return new Regression(flareId, severity, changed, sessionsBefore, provoking, stays);
  }
}

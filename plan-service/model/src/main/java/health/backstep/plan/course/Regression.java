package health.backstep.plan.course;

import health.backstep.plan.history.PlanEvent.Severity;
import health.backstep.plan.routine.Routine;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A step back that lasts as long as its flare (RG-TEMP).
 *
 * @param openedAt when its flare began
 * @param before the routine that comes back when the flare settles
 * @param sessionsBefore sessions a week that come back with it
 * @param provoking exercises that hurt in this flare
 * @param stays whether the lower level stays when the flare settles (RG-REPEAT)
 */
public record Regression(
    UUID flareId,
    Severity severity,
    Instant openedAt,
    Routine before,
    int sessionsBefore,
    Set<String> provoking,
    boolean stays) {

  /** The same flare got worse. */
  public Regression escalated(Severity worse, Collection<String> alsoProvoking) {
    Set<String> all = new HashSet<>(provoking);
    all.addAll(alsoProvoking);
    Severity worst = severity.compareTo(worse) >= 0 ? severity : worse;
    return new Regression(flareId, worst, openedAt, before, sessionsBefore, all, stays);
  }

  /** The lower level stays when the flare settles. */
  public Regression staying() {
    return new Regression(flareId, severity, openedAt, before, sessionsBefore, provoking, true);
  }

  /**
   * A new flare came before this one had settled; what comes back is still the plan before both.
   */
  public Regression takenOverBy(UUID nextFlare, Instant nextOpenedAt) {
    return new Regression(
        nextFlare, severity, nextOpenedAt, before, sessionsBefore, provoking, stays);
  }

  /**
   * The same step back from another routine, because the patient's circumstances changed meanwhile.
   */
  public Regression from(Routine changed) {
    return new Regression(flareId, severity, openedAt, changed, sessionsBefore, provoking, stays);
  }
}

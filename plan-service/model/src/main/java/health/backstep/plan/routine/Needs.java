package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import java.util.Set;

/**
 * What a routine has to fit.
 *
 * @param stage how far the patient has come
 * @param bias the preferred direction
 * @param otherDirections whether directions beside the preferred one are open (PL-DIR)
 * @param forbidden directions that must not be used
 * @param loading whether the clearance includes loading
 * @param equipment what the patient has
 * @param minutes for one session, 5 to 60
 * @param sessionsPerWeek that the patient wants, 1 to 7
 * @param startLevel where strength and activation begin
 * @param ageBand which amounts fit
 * @param fear how carefully the amounts begin
 * @param excluded exercises that the history taught to leave out
 */
public record Needs(
    Stage stage,
    Bias bias,
    boolean otherDirections,
    Set<Direction> forbidden,
    boolean loading,
    Set<Equipment> equipment,
    int minutes,
    int sessionsPerWeek,
    int startLevel,
    AgeBand ageBand,
    Fear fear,
    Set<String> excluded) {

  public Needs {
    forbidden = Set.copyOf(forbidden);
    equipment = Set.copyOf(equipment);
    excluded = Set.copyOf(excluded);
  }

  /** The same patient with other days in the week. */
  public Needs inAWeekOf(int sessions) {
    return new Needs(
        stage,
        bias,
        otherDirections,
        forbidden,
        loading,
        equipment,
        minutes,
        sessions,
        startLevel,
        ageBand,
        fear,
        excluded);
  }

  /** The same patient at the gentlest, as long as nothing else fits (RG-SEVERE). */
  Needs calm() {
    return new Needs(
        Stage.CALM,
        bias,
        false,
        forbidden,
        false,
        equipment,
        minutes,
        sessionsPerWeek,
        1,
        ageBand,
        fear,
        excluded);
  }
}

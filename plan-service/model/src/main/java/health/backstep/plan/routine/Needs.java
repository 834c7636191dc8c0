package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import java.util.Set;

/**
 * What a routine has to fit.
 *
 * @param stage how far the patient has come
 * @param bias the preferred direction
 * @param forbidden directions that must not be used
 * @param loading whether the clearance includes loading
 * @param equipment what the patient has
 * @param minutes for one session, 5 to 60
 * @param startLevel where strength and activation begin
 * @param excluded exercises that the history taught to leave out
 */
public record Needs(
    Stage stage,
    Bias bias,
    Set<Direction> forbidden,
    boolean loading,
    Set<Equipment> equipment,
    int minutes,
    int startLevel,
    Set<String> excluded) {

  public Needs {
    forbidden = Set.copyOf(forbidden);
    equipment = Set.copyOf(equipment);
    excluded = Set.copyOf(excluded);
  }
}

package health.backstep.plan.catalogue;

import health.backstep.rules.Evidence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An exercise and what is known about it.
 *
 * @param purpose which of the eight priorities it serves
 * @param direction where it moves the lower back
 * @param demand how much it asks at its first level
 * @param late only in the build stage, because it is contested or asks much
 * @param onlyWithBias only for patients whose back prefers its direction
 * @param stances what each source says
 * @param grade how well its use is founded
 * @param easier neighbour on the ladder
 * @param harder neighbour on the ladder
 * @param what what to do, in words for the patient
 * @param feel how it should feel
 * @param stopSigns when to stop
 * @param levels from the easiest; at least one
 */
public record Exercise(
    String id,
    String name,
    Block block,
    Kind kind,
    Purpose purpose,
    Region region,
    Posture posture,
    Direction direction,
    Set<Equipment> equipment,
    Load load,
    Impact impact,
    Demand demand,
    boolean late,
    boolean onlyWithBias,
    List<Stance> stances,
    Evidence grade,
    @Nullable String easier,
    @Nullable String harder,
    String what,
    String feel,
    String stopSigns,
    List<Level> levels) {

  public Exercise {
    equipment = Set.copyOf(equipment);
    stances = List.copyOf(stances);
    levels = List.copyOf(levels);
  }

  /** The level of that number, or the highest one below it. */
  public Level level(int number) {
    return levels.get(Math.clamp(number, 1, levels.size()) - 1);
  }

  public int highestLevel() {
    return levels.size();
  }

  /** It gets the body moving before the work; a position that only eases does not. */
  public boolean warmsUp() {
    return block == Block.WARM_UP && kind != Kind.RELIEF;
  }

  public boolean isRecommended() {
    return has(Stance.Opinion.RECOMMENDED) || stances.isEmpty();
  }

  /** A source advises against it. */
  public boolean isAdvisedAgainst() {
    return has(Stance.Opinion.AVOID);
  }

  /** Sources contradict each other: the careful one counts at first. */
  public boolean isContested() {
    return isAdvisedAgainst() && has(Stance.Opinion.RECOMMENDED);
  }

  /** Muscles work against more than a limb: it begins with the bracing cue (PL-BRACE). */
  public boolean isLoaded() {
    return load == Load.EXTERNAL || (load == Load.BODY_WEIGHT && kind == Kind.STRENGTH);
  }

  /** The same exercise in other amounts. */
  public Exercise with(List<Level> others) {
    return new Exercise(
        id,
        name,
        block,
        kind,
        purpose,
        region,
        posture,
        direction,
        equipment,
        load,
        impact,
        demand,
        late,
        onlyWithBias,
        stances,
        grade,
        easier,
        harder,
        what,
        feel,
        stopSigns,
        others);
  }

  /** Everything that is cited for or against it. */
  public List<String> citations() {
    return stances.stream().map(Stance::citation).distinct().toList();
  }

  @Override
  public String toString() {
    return id;
  }

  private boolean has(Stance.Opinion opinion) {
    return stances.stream().anyMatch(stance -> stance.stance() == opinion);
  }
}

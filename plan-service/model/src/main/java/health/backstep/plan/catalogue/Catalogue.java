package health.backstep.plan.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All exercises, in the order of the reviewed files: where two fit equally the first one is chosen.
 */
public final class Catalogue {

  private final Map<String, Exercise> exercises = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException naming every inconsistency at once
   */
  public Catalogue(List<Exercise> reviewed) {
    List<String> faults = new ArrayList<>();
    for (Exercise exercise : reviewed) {
      if (exercises.put(exercise.id(), exercise) != null) {
        faults.add(exercise.id() + " is there twice");
      }
    }
    reviewed.forEach(exercise -> faults.addAll(faultsOf(exercise)));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("the catalogue is not consistent: " + faults);
    }
  }

  public List<Exercise> all() {
    return List.copyOf(exercises.values());
  }

  public Optional<Exercise> find(String id) {
    return Optional.ofNullable(exercises.get(id));
  }

  /**
   * @throws IllegalArgumentException when there is no such exercise
   */
  public Exercise get(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("no exercise " + id + " in the catalogue"));
  }

  private List<String> faultsOf(Exercise exercise) {
    List<String> faults = new ArrayList<>();
    Stream.of(exercise.what(), exercise.feel(), exercise.stopSigns())
        .filter(text -> text == null || text.isBlank())
        .forEach(text -> faults.add(exercise.id() + " lacks an instruction"));
    if (exercise.easier() != null && !neighbours(exercise.easier(), exercise.id())) {
      faults.add(exercise.id() + ": its easier neighbour does not name it as harder");
    }
    if (exercise.harder() != null && !neighbours(exercise.id(), exercise.harder())) {
      faults.add(exercise.id() + ": its harder neighbour does not name it as easier");
    }
    faults.addAll(ladderFaults(exercise));
    return faults;
  }

  private boolean neighbours(String easier, String harder) {
    return exercises.containsKey(easier)
        && exercises.containsKey(harder)
        && harder.equals(exercises.get(easier).harder())
        && easier.equals(exercises.get(harder).easier());
  }

  private static List<String> ladderFaults(Exercise exercise) {
    List<String> faults = new ArrayList<>();
    if (exercise.levels().isEmpty()) {
      faults.add(exercise.id() + " has no level");
    }
    int workBefore = 0;
    for (int i = 0; i < exercise.levels().size(); i++) {
      Level level = exercise.levels().get(i);
      if (level.number() != i + 1) {
        faults.add(exercise.id() + ": level " + level.number() + " stands in place " + (i + 1));
      }
      if (level.dose().workSeconds() < workBefore) {
        faults.add(
            exercise.id() + ": level " + level.number() + " is less work than the one below");
      }
      workBefore = level.dose().workSeconds();
    }
    return faults;
  }
}

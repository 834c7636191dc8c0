package health.backstep.plan.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All exercises, in the order of the reviewed files: where two fit equally the first one is chosen.
 */
public final class Catalogue {

  private final Map<String, Exercise> exercises = new LinkedHashMap<>();
  private final List<Exercise> all;

  /**
   * @param knownSource whether a source or statement of that id exists
   * @throws InconsistentCatalogue naming every fault at once
   */
  public Catalogue(List<Exercise> reviewed, Predicate<String> knownSource) {
    List<CatalogueFault> faults =
        Review.faults(
            reviewed.stream().map(exercise -> new Reviewed("catalogue", exercise)).toList(),
            knownSource);
    if (!faults.isEmpty()) {
      throw new InconsistentCatalogue(faults);
    }
    reviewed.forEach(exercise -> exercises.put(exercise.id(), exercise));
    this.all = List.copyOf(reviewed);
  }

  public List<Exercise> all() {
    return all;
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
}

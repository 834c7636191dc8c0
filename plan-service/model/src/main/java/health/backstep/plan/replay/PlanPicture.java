package health.backstep.plan.replay;

import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.course.PlanVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the patient sees of a plan version, whether it was stored or has just been folded.
 *
 * @param rulesetVersion which the version names; no difference by itself
 * @param fields of the plan as a whole, by name
 * @param exercises in order
 */
public record PlanPicture(
    String rulesetVersion, Map<String, String> fields, List<Exercise> exercises) {

  /** One exercise, at a level and in an amount. */
  public record Exercise(String id, int level, Dose dose) {
    private String words() {
      return "level " + level + ", " + dose.amount().replaceFirst("\\.$", "");
    }
  }

  public PlanPicture {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    exercises = List.copyOf(exercises);
  }

  public static PlanPicture of(PlanVersion plan) {
    return new PlanPicture(
        plan.rulesetVersion(),
        fields(
            plan.status().name(),
            plan.stage().name(),
            plan.policy().name(),
            plan.regressed(),
            plan.restUntil(),
            plan.sessionsPerWeek()),
        plan.routine().items().stream()
            .map(item -> new Exercise(item.exerciseId(), item.level(), item.dose()))
            .toList());
  }

  /** The fields of a plan as a whole, in the order in which differences are told. */
  public static Map<String, String> fields(
      String status,
      String stage,
      String policy,
      boolean regressed,
      Optional<Instant> restUntil,
      int sessionsPerWeek) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("status", status);
    fields.put("stage", stage);
    fields.put("policy", policy);
    fields.put("regressed", Boolean.toString(regressed));
    fields.put("restUntil", restUntil.map(Instant::toString).orElse("none"));
    fields.put("sessionsPerWeek", Integer.toString(sessionsPerWeek));
    return fields;
  }

  /**
   * How the other picture differs, one line each; none when the patient would see no difference.
   *
   * @param here what this picture is called in the lines, for example "stored"
   * @param there what the other is called
   */
  public List<String> differences(PlanPicture other, String here, String there) {
    List<String> lines = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          String others = other.fields.get(name);
          if (!Objects.equals(value, others)) {
            lines.add("%s: %s %s, %s %s".formatted(name, here, value, there, others));
          }
        });
    Set<String> ids =
        Stream.concat(exercises.stream(), other.exercises.stream())
            .map(Exercise::id)
            .collect(Collectors.toCollection(TreeSet::new));
    ids.forEach(id -> exercise(id, other, here, there).ifPresent(lines::add));
    if (lines.isEmpty() && !exercises.equals(other.exercises)) {
      lines.add("the order of the exercises");
    }
    return lines;
  }

  private Optional<String> exercise(String id, PlanPicture other, String here, String there) {
    List<Exercise> ours = all(id);
    List<Exercise> theirs = other.all(id);
    if (ours.equals(theirs)) {
      return Optional.empty();
    }
    String mine = words(ours);
    String others = words(theirs);
    return Optional.of(
        mine.equals(others)
            ? "%s: %s %s, %s %s".formatted(id, here, doses(ours), there, doses(theirs))
            : "%s: %s %s, %s %s".formatted(id, here, mine, there, others));
  }

  private List<Exercise> all(String id) {
    return exercises.stream().filter(exercise -> exercise.id().equals(id)).toList();
  }

  private static String words(List<Exercise> same) {
    return same.isEmpty()
        ? "not in the plan"
        : same.stream().map(Exercise::words).collect(Collectors.joining(" and "));
  }

  /** When words are equal, the difference lies in seconds that the words leave out. */
  private static String doses(List<Exercise> same) {
    return same.stream().map(exercise -> exercise.dose().toString()).collect(Collectors.joining());
  }
}

package health.backstep.safety;

import health.backstep.safety.history.Happening;
import health.backstep.safety.history.Histories;
import health.backstep.safety.property.Finding;
import health.backstep.safety.property.SafetyProperty;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.Planner;
import health.backstep.safety.run.Run;
import health.backstep.safety.run.Running;
import health.backstep.safety.shrink.Shrinking;
import health.backstep.safety.shrink.Telling;
import java.util.ArrayList;
import java.util.List;

/**
 * The smallest history found in which a property does not hold.
 *
 * @param seed of the history that it was made small from
 * @param story the run of it in words
 */
public record FailingCase(
    SafetyProperty property,
    long seed,
    List<Happening> happenings,
    String violation,
    List<String> story) {

  /**
   * @throws IllegalArgumentException when the property holds in that history
   */
  public static FailingCase of(SafetyProperty property, long seed, Ground ground, Planner planner) {
    List<Happening> smallest =
        Shrinking.smallest(
            Histories.of(seed), some -> check(property, some, ground, planner).isBroken());
    Run run = Running.of(smallest, ground, planner);
    String violation = property.check().apply(run).violation();
    if (violation == null) {
      throw new IllegalArgumentException(
          "property " + property.number() + " holds in the history of seed " + seed);
    }
    return new FailingCase(property, seed, smallest, violation, Telling.of(run));
  }

  private static Finding check(
      SafetyProperty property, List<Happening> happenings, Ground ground, Planner planner) {
    return property.check().apply(Running.of(happenings, ground, planner));
  }

  /** For whoever has to mend it. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Property %d: %s".formatted(property.number(), property.sentence()));
    lines.add("It does not hold " + violation);
    lines.addAll(story);
    lines.add(
        "Again: ./backstep safety --patients 1 --seed %d --property %d"
            .formatted(seed, property.number()));
    return lines;
  }
}

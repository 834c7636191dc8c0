package health.backstep.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One clinical rule.
 *
 * @param id stable name, for example {@code RG-MODERATE}
 * @param version grows when the rule's meaning or a threshold changes
 * @param when the condition, for a clinician or developer
 * @param then the effect, for a clinician or developer
 * @param text the reason in words for the patient
 * @param evidence how well it is founded
 * @param sources ids of the statements and papers it rests on
 * @param thresholds the numbers it acts at, by name; units are part of the name
 */
public record Rule(
    String id,
    int version,
    String when,
    String then,
    String text,
    Evidence evidence,
    List<String> sources,
    Map<String, Integer> thresholds) {

  public Rule {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(when, "when of " + id);
    Objects.requireNonNull(then, "then of " + id);
    Objects.requireNonNull(text, "text of " + id);
    Objects.requireNonNull(evidence, "evidence of " + id);
    if (version < 1) {
      throw new IllegalArgumentException("version of " + id + " is below 1");
    }
    sources = sources == null ? List.of() : List.copyOf(sources);
    thresholds = thresholds == null ? Map.of() : Map.copyOf(thresholds);
  }

  /**
   * The number this rule acts at.
   *
   * @throws IllegalArgumentException when the rule-set file names no such threshold
   */
  public int threshold(String name) {
    Integer value = thresholds.get(name);
    if (value == null) {
      throw new IllegalArgumentException("rule " + id + " has no threshold " + name);
    }
    return value;
  }
}

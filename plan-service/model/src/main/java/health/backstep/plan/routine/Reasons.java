package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Article;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Stance;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says which rules put an item into a plan: what it is for, and why it may be there. */
public final class Reasons {

  private final RuleSet rules;

  public Reasons(RuleSet rules) {
    this.rules = rules;
  }

  /** What it is for comes first; never empty. */
  public List<Reason> of(Item item) {
    Exercise exercise = item.exercise();
    List<Reason> reasons = new ArrayList<>();
    reasons.add(purpose(exercise));
    reasons.add(reason("PL-STAGE"));
    if (exercise.direction() != Direction.NEUTRAL) {
      reasons.add(reason("PL-DIR"));
    }
    if (exercise.isContested()) {
      reasons.add(contested(exercise));
    }
    if (!Equipment.EVERYBODY_HAS.containsAll(exercise.equipment())) {
      reasons.add(reason("PL-EQUIP"));
    }
    if (exercise.isLoaded()) {
      reasons.add(reason("PL-BRACE"));
    }
    reasons.add(reason("PL-DOSE"));
    return List.copyOf(reasons);
  }

  /** Why this exercise and not another one: what it is for, and who recommends it. */
  private Reason purpose(Exercise exercise) {
    Rule order = rules.rule("PL-ORDER");
    List<String> sources = exercise.citations().isEmpty() ? order.sources() : exercise.citations();
    return new Reason(
        order.id(), order.version(), exercise.purpose().words(), sources, exercise.grade());
  }

  /** PL-AVOID asks to name both sides. */
  private Reason contested(Exercise exercise) {
    Rule avoid = rules.rule("PL-AVOID");
    String text =
        "Our sources do not agree about this one: "
            + names(exercise, Stance.Opinion.RECOMMENDED)
            + " recommends it, "
            + names(exercise, Stance.Opinion.AVOID)
            + " advises against it. It comes late, with small steps, and only because you have been"
            + " cleared for loading.";
    return new Reason(avoid.id(), avoid.version(), text, exercise.citations(), exercise.grade());
  }

  private static String names(Exercise exercise, Stance.Opinion opinion) {
    return exercise.stances().stream()
        .filter(stance -> stance.stance() == opinion)
        .map(stance -> Article.keyed(stance.source()).map(Article::title).orElse(stance.source()))
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private Reason reason(String id) {
    Rule rule = rules.rule(id);
    return new Reason(rule.id(), rule.version(), rule.text(), rule.sources(), rule.evidence());
  }
}

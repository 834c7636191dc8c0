package health.backstep.plan.decision;

import health.backstep.rules.Evidence;
import health.backstep.rules.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a plan is as it is: one rule, what it did, and on what grounds.
 *
 * @param rule id
 * @param effect what it did
 * @param exerciseId what it did it to, when that is one exercise
 * @param before how it was, in words
 * @param after how it is now, in words
 * @param text the reason for the patient
 */
public record Decision(
    String rule,
    int ruleVersion,
    Effect effect,
    @Nullable String exerciseId,
    @Nullable String before,
    @Nullable String after,
    String text,
    List<String> sources,
    Evidence evidence) {

  /** A decision about the plan as a whole. */
  public static Decision by(Rule rule, Effect effect) {
    return change(rule, effect, null, null, null);
  }

  /** A change from one thing to another. */
  public static Decision change(
      Rule rule,
      Effect effect,
      @Nullable String exerciseId,
      @Nullable String before,
      @Nullable String after) {
    return new Decision(
        rule.id(),
        rule.version(),
        effect,
        exerciseId,
        before,
        after,
        rule.text(),
        rule.sources(),
        rule.evidence());
  }

  /** The same with other words for the patient, for example a clinician's own. */
  public Decision saying(String words) {
    return new Decision(
        rule, ruleVersion, effect, exerciseId, before, after, words, sources, evidence);
  }
}

package health.backstep.faults.check.invariant;

import java.util.List;

/**
 * What an invariant came to.
 *
 * @param checked how many things were looked at
 * @param violated how many of them were wrong
 * @param examples the first few violations, each with ids and what was expected
 * @param remark why it was not tested; otherwise empty
 */
public record Finding(
    String invariant,
    String sentence,
    Verdict verdict,
    long checked,
    long violated,
    List<String> examples,
    String remark) {

  public Finding {
    examples = List.copyOf(examples);
  }

  /** What can be said of an invariant. */
  public enum Verdict {
    HOLDS,
    BROKEN,
    NOT_TESTED;

    /** For people. */
    public String words() {
      return name().replace('_', ' ');
    }
  }

  public boolean isBroken() {
    return verdict == Verdict.BROKEN;
  }
}

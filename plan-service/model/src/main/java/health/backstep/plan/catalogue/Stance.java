package health.backstep.plan.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What one source says about an exercise.
 *
 * @param source DERRY, RTB, LIVA, CONC or BW
 * @param statement id of the statement, when the source says more than the name
 */
public record Stance(String source, @Nullable String statement, Opinion stance) {

  /** For, against, or for under a condition. */
  public enum Opinion {
    RECOMMENDED,
    AVOID,
    CONDITIONAL
  }

  /** The most exact name of what is cited. */
  public String citation() {
    return statement == null ? source : statement;
  }
}

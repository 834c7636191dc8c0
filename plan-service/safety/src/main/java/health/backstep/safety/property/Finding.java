package health.backstep.safety.property;

import org.jspecify.annotations.Nullable;

/**
 * What came of holding a property against a run.
 *
 * @param checked how many plans or events it had something to say about
 * @param violation where it does not hold and why; null when it holds
 */
public record Finding(int checked, @Nullable String violation) {

  static Finding holds(int checked) {
    return new Finding(checked, null);
  }

  static Finding broken(int checked, String violation) {
    return new Finding(checked, violation);
  }

  public boolean isBroken() {
    return violation != null;
  }
}

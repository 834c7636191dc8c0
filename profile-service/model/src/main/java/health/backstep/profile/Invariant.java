package health.backstep.profile;

/**
 * What a value must hold to exist at all. A message names the field and its limits, never the
 * value, because values here are personal.
 */
public final class Invariant {

  private Invariant() {}

  /**
   * @param from lowest allowed value, inclusive
   * @param to highest allowed value, inclusive
   */
  public static void within(String field, int value, int from, int to) {
    that(value >= from && value <= to, field + " must be from " + from + " to " + to);
  }

  public static void notBlank(String field, String value) {
    that(value != null && !value.isBlank(), field + " must not be blank");
  }

  public static void that(boolean holds, String demand) {
    if (!holds) {
      throw new IllegalArgumentException(demand);
    }
  }
}

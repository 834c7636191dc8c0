package health.backstep.session.pain;

/** The numeric rating scale: whole numbers from 0 (no pain) to 10 (worst pain). */
public final class PainScale {

  private static final int MAXIMUM = 10;

  private PainScale() {}

  /**
   * Returns the number when it lies on the scale.
   *
   * @throws IllegalArgumentException naming the field, never its value
   */
  public static int require(int pain, String field) {
    if (pain < 0 || pain > MAXIMUM) {
      throw new IllegalArgumentException(field + " is not on the scale from 0 to 10");
    }
    return pain;
  }
}

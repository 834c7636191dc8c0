package health.backstep.security.fuzz.run;

/**
 * Something that is not as it has to be.
 *
 * @param where by which it can be had again: seed and number
 * @param what in words
 * @param how what was sent; empty when that says nothing
 */
public record Finding(String where, String what, String how) {

  @Override
  public String toString() {
    return where + ": " + what + (how.isEmpty() ? "" : "\n    " + how);
  }
}

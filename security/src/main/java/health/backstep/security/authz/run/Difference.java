package health.backstep.security.authz.run;

/**
 * Something that is not as it has to be.
 *
 * @param where the cell, or the request
 * @param what in words
 */
public record Difference(String where, String what) {

  @Override
  public String toString() {
    return where + ": " + what;
  }
}

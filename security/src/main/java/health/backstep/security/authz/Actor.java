package health.backstep.security.authz;

/**
 * Who asks.
 *
 * @param name as {@code authz.csv} calls it
 * @param tenant whose client it says it is
 * @param scopes with spaces between; {@code all} for all of them
 * @param token how its token is made: a word that the forge knows, and what it takes
 * @param denied what it is answered where nothing is allowed to it
 */
public record Actor(String name, String tenant, String scopes, String token, Expected denied) {

  private static final int NOT_KNOWN = 401;

  /** Whether the platform takes its token for real. */
  public boolean isKnown() {
    return denied.status() != NOT_KNOWN;
  }

  /** Whether it speaks for one tenant. */
  public boolean hasTenant() {
    return isKnown() && !denied.code().equals("TENANT_MISSING");
  }

  @Override
  public String toString() {
    return name;
  }
}

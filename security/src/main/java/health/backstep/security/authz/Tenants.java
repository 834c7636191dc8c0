package health.backstep.security.authz;

import java.util.List;

/**
 * The two partners. Their names stand in every text of theirs, so that a name in an answer to the
 * other one is a leak.
 */
public final class Tenants {

  /** The one from whose side the matrix is written; a sandbox. */
  public static final String OWN = "heron";

  /** The other one; no sandbox. */
  public static final String FOREIGN = "kestrel";

  public static final List<String> BOTH = List.of(OWN, FOREIGN);

  private Tenants() {}
}

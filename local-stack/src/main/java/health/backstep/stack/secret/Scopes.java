package health.backstep.stack.secret;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The scopes of the platform. */
public final class Scopes {

  /** In the order of the API description. */
  public static final List<String> ALL =
      List.of(
          "patients:read",
          "patients:write",
          "assessments:write",
          "clearance:write",
          "plans:read",
          "plans:simulate",
          "plans:review",
          "sessions:read",
          "sessions:write",
          "changes:read",
          "webhooks:manage",
          "erasure:write",
          "ops:read");

  private Scopes() {}

  public static Set<String> all() {
    return new LinkedHashSet<>(ALL);
  }
}

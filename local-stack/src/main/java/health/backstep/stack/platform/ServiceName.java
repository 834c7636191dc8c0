package health.backstep.stack.platform;

import java.util.Locale;
import java.util.Set;

/** The three services. Each has a database of its own name and three roles in it. */
public enum ServiceName {
  PROFILE,
  PLAN,
  SESSION;

  /** Its name as a module, as a process and in messages, such as {@code plan-service}. */
  public String processName() {
    return database() + "-service";
  }

  public String database() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Owns the database and runs the migrations. */
  public String ownerRole() {
    return database() + "_owner";
  }

  /** The service at work. Owns nothing, so row-level security holds for it. */
  public String appRole() {
    return database() + "_app";
  }

  /** The outbox relay, which alone looks across tenants. */
  public String relayRole() {
    return database() + "_relay";
  }

  public Set<String> roles() {
    return Set.of(ownerRole(), appRole(), relayRole());
  }
}

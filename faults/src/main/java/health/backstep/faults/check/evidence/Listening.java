package health.backstep.faults.check.evidence;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;

import health.backstep.stack.platform.ServiceName;
import java.util.List;
import java.util.Map;

/** Which service takes in whose events. */
public final class Listening {

  /** By the one that listens. */
  public static final Map<ServiceName, List<ServiceName>> TO =
      Map.of(
          PLAN, List.of(PROFILE, SESSION),
          SESSION, List.of(PROFILE, PLAN),
          PROFILE, List.of(SESSION));

  private Listening() {}

  /** Those whose events a service takes in. */
  public static List<ServiceName> to(ServiceName listener) {
    return TO.getOrDefault(listener, List.of());
  }
}

package health.backstep.faults.check.evidence;

import health.backstep.stack.platform.ServiceName;
import java.util.List;
import java.util.Map;

/**
 * Databases and topics as they were when everything had come to rest, before anything was sent
 * again on purpose.
 *
 * @param profile rows of profile-service
 * @param plan rows of plan-service
 * @param session rows of session-service
 * @param plans what plan-service alone has
 * @param wire every record on every topic of the contract, in the order of each partition
 * @param lag records that each service has not read yet, by consumer group
 */
public record Snapshot(
    ServiceRows profile,
    ServiceRows plan,
    ServiceRows session,
    PlanRows plans,
    List<WireRecord> wire,
    Map<String, Long> lag) {

  public Snapshot {
    wire = List.copyOf(wire);
    lag = Map.copyOf(lag);
  }

  public ServiceRows of(ServiceName service) {
    return switch (service) {
      case PROFILE -> profile;
      case PLAN -> plan;
      case SESSION -> session;
    };
  }

  /** The rows of all three services. */
  public List<ServiceRows> services() {
    return List.of(profile, plan, session);
  }
}

package health.backstep.plan.gate;

import java.time.Instant;

/**
 * A red flag that was answered with yes.
 *
 * @param rule RF-EMERGENCY or RF-URGENT
 * @param status what it makes of the plan until clearance is recorded after it
 */
public record RedFlag(String rule, Status status, Instant raisedAt) {}

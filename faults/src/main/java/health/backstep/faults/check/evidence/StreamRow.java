package health.backstep.faults.check.evidence;

import java.util.UUID;

/** How far a service has taken in a patient's events of one source. */
public record StreamRow(String tenant, String source, UUID patientId, long lastSequence) {}

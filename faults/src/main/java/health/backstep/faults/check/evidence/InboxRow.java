package health.backstep.faults.check.evidence;

import java.util.UUID;

/** An event that a service took in. */
public record InboxRow(
    String tenant, UUID eventId, String source, UUID patientId, long sequence, String outcome) {}

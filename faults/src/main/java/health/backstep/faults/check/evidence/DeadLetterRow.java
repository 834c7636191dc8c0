package health.backstep.faults.check.evidence;

import java.util.UUID;

/**
 * What a service could not handle.
 *
 * @param mark of the record that was injected; empty for a record of the product's own
 */
public record DeadLetterRow(String tenant, UUID id, String topic, String mark, String reason) {}

package health.backstep.stack.operation;

import health.backstep.stack.platform.ServiceName;
import java.time.Instant;

/**
 * One act of an operator.
 *
 * @param service in whose database it was done
 * @param actor who did it, as they gave their name
 * @param act a name of {@link Act}, or one of a later version
 * @param subject a dead letter's id, a topic, or a backup
 */
public record Operation(
    ServiceName service, Instant at, String actor, String act, String subject, String note) {}

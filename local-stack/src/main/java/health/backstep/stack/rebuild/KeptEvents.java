package health.backstep.stack.rebuild;

import java.time.Instant;

/**
 * What the outbox still has of a topic.
 *
 * @param upTo position of the last row
 * @param patients how many they are of
 * @param withoutBeginning patients whose first event is past the outbox's retention; none for a
 *     topic whose every record is a whole state
 */
public record KeptEvents(
    long rows, long upTo, Instant first, Instant last, long patients, long withoutBeginning) {}

package health.backstep.stack.rebuild;

import java.time.Instant;

/**
 * What the outbox still has of a topic.
 *
 * @param rows sent before, and now once more
 * @param waiting never sent so far: they follow by themselves
 * @param upTo position of the last row
 * @param patients how many they are of
 * @param withoutBeginning patients whose first event is past the outbox's retention; none for a
 *     topic whose every record is a whole state
 */
public record KeptEvents(
    long rows,
    long waiting,
    long upTo,
    Instant first,
    Instant last,
    long patients,
    long withoutBeginning) {}

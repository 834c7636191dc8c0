package health.backstep.plan.webhook;

import java.util.Optional;

/**
 * Changes that an endpoint was not told of and, by itself, never will be: they were no longer kept
 * when it came to them, or waited for too long while it was disabled.
 *
 * @param changes how many, of any type; at least 1
 * @param fromNumber of the first of them
 * @param toNumber of the last of them; what lies between need not all be missed
 */
public record Missed(long changes, long fromNumber, long toNumber) {

  /** All changes after a number up to another one; empty when there is none. */
  public static Optional<Missed> between(long after, long upTo) {
    return upTo <= after
        ? Optional.empty()
        : Optional.of(new Missed(upTo - after, after + 1, upTo));
  }

  /** Both together; none of the changes is in both. */
  public Missed and(Missed others) {
    return new Missed(
        changes + others.changes,
        Math.min(fromNumber, others.fromNumber),
        Math.max(toNumber, others.toNumber));
  }
}

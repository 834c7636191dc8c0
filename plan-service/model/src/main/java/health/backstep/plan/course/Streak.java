package health.backstep.plan.course;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What good sessions add up to.
 *
 * @param greens green sessions in a row
 * @param exercises done green in every one of them
 * @param surplus sessions in a row in which an exercise was done with repetitions to spare, by its
 *     id (PR-2)
 * @param lastStep when the plan last went up
 */
public record Streak(
    int greens, Set<String> exercises, Map<String, Integer> surplus, Optional<Instant> lastStep) {

  public static final Streak NONE = new Streak(0, Set.of(), Map.of(), Optional.empty());

  /** One more green session. */
  public Streak green(Set<String> done) {
    Set<String> always = new HashSet<>(done);
    if (greens > 0) {
      always.retainAll(exercises);
    }
    return new Streak(greens + 1, Set.copyOf(always), surplus, lastStep);
  }

  public Streak surplus(Map<String, Integer> sessions) {
    return new Streak(greens, exercises, Map.copyOf(sessions), lastStep);
  }

  /** Begins anew; when the last step was is remembered. */
  public Streak broken() {
    return new Streak(0, Set.of(), Map.of(), lastStep);
  }

  /** Begins anew after a step up. */
  public Streak stepped(Instant at) {
    return new Streak(0, Set.of(), Map.of(), Optional.of(at));
  }
}

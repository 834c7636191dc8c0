package health.backstep.plan.course;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Green sessions in a row.
 *
 * @param greens how many
 * @param exercises done green in every one of them
 * @param lastStep when the plan last went up
 */
public record Streak(int greens, Set<String> exercises, Optional<Instant> lastStep) {

  public static final Streak NONE = new Streak(0, Set.of(), Optional.empty());

  /** One more green session. */
  public Streak green(Set<String> done) {
    Set<String> always = new HashSet<>(done);
    if (greens > 0) {
      always.retainAll(exercises);
    }
    return new Streak(greens + 1, Set.copyOf(always), lastStep);
  }

  /** Begins anew; when the last step was is remembered. */
  public Streak broken() {
    return new Streak(0, Set.of(), lastStep);
  }

  /** Begins anew after a step up. */
  public Streak stepped(Instant at) {
    return new Streak(0, Set.of(), Optional.of(at));
  }
}

package health.backstep.session.adherence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one plan version asks for, from its making until the next version.
 *
 * @param from when the version was made
 * @param sessionsPerWeek 0 while the plan is withheld or suspended, otherwise 1-7
 * @param restUntil no session is asked before this time
 */
public record Asked(Instant from, int sessionsPerWeek, Optional<Instant> restUntil) {

  private static final long WEEK = Duration.ofDays(7).toSeconds();

  public Asked {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(restUntil, "restUntil");
  }

  /**
   * Sessions asked for in that span, rounded to whole ones, halves up.
   *
   * @param versions in the order of their making
   */
  static int sessions(List<Asked> versions, Instant from, Instant until) {
    long seconds = 0;
    for (int i = 0; i < versions.size(); i++) {
      Instant replaced = i + 1 < versions.size() ? versions.get(i + 1).from() : until;
      seconds += versions.get(i).weighedSeconds(from, earlier(replaced, until));
    }
    return (int) ((seconds + WEEK / 2) / WEEK);
  }

  private long weighedSeconds(Instant start, Instant until) {
    Instant begin = later(later(from, start), restUntil.orElse(from));
    return Math.max(0, Duration.between(begin, until).toSeconds()) * sessionsPerWeek;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}

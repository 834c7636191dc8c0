package health.backstep.plan.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How one attempt ended.
 *
 * @param status of the receiver's answer; empty when there was none
 * @param pause that the receiver asked for
 */
public record Attempt(Outcome outcome, Optional<Integer> status, Optional<Duration> pause) {

  /** A receiver cannot ask for more. */
  static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private static final int SECONDS_DIGITS = 9;

  /** Without an answer. */
  public static Attempt failed(Outcome outcome) {
    return new Attempt(outcome, Optional.empty(), Optional.empty());
  }

  /**
   * With an answer.
   *
   * @param retryAfter its header: seconds or a date; what cannot be read is passed over
   */
  public static Attempt answered(int status, Optional<String> retryAfter, Instant now) {
    return new Attempt(
        Outcome.of(status), Optional.of(status), retryAfter.flatMap(text -> pause(text, now)));
  }

  private static Optional<Duration> pause(String text, Instant now) {
    return wanted(text.strip(), now)
        .filter(Duration::isPositive)
        .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private static Optional<Duration> wanted(String text, Instant now) {
    if (text.matches("[0-9]{1," + SECONDS_DIGITS + "}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, until));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

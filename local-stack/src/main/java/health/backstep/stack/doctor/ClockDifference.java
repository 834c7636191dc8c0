package health.backstep.stack.doctor;

import java.time.Duration;
import java.time.Instant;

/** How far another clock is from ours, when it was asked for between two looks at ours. */
public record ClockDifference(Subject subject, Duration limit) {

  private static final String KEEP_TIME = "timedatectl set-ntp true";

  public Finding of(Instant before, Instant theirs, Instant after) {
    if (theirs.isBefore(before.minus(limit))) {
      return apart(Duration.between(theirs, before), "behind");
    }
    if (theirs.isAfter(after.plus(limit))) {
      return apart(Duration.between(after, theirs), "ahead of");
    }
    return subject.ok("is right within " + Amount.of(limit));
  }

  private Finding apart(Duration difference, String direction) {
    return subject.wrong(
        "is %s %s ours: tokens, retention and what is due go by it"
            .formatted(Amount.of(difference), direction),
        KEEP_TIME);
  }
}

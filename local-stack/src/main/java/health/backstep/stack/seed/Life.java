package health.backstep.stack.seed;

import health.backstep.stack.seed.Happening.Assessed;
import health.backstep.stack.seed.Happening.CheckedIn;
import health.backstep.stack.seed.Happening.Flared;
import health.backstep.stack.seed.Happening.Trained;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A patient's course until now: three sessions a week and a check-in, a flare every eight weeks
 * that settles in two days, and an assessment every six weeks. Each life begins on another day of
 * the week and at another hour, and has its flares in other weeks.
 *
 * @param number from 0
 */
record Life(int number, OffsetDateTime begin, int weeks) {

  /** So many different ones; one for each day of the week. */
  static final int DIFFERENT = 7;

  static final int FIRST_PAIN = 4;

  private static final int LEAST_PAIN = 2;
  private static final int FLARE_PAIN = 5;
  private static final int WEEKS_BETWEEN_FLARES = 8;
  private static final int WEEKS_BETWEEN_ASSESSMENTS = 6;

  /** One of the lives that have come to today. */
  static Life endingBefore(OffsetDateTime now, int number, int weeks) {
    OffsetDateTime end =
        now.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).minusHours(number);
    return new Life(number, end.minusDays(number).minusWeeks(weeks), weeks);
  }

  /** All that happens, in the order of time. */
  List<Happening> happenings() {
    List<Happening> all = new ArrayList<>();
    all.add(new Assessed(begin, FIRST_PAIN));
    for (int week = 0; week < weeks; week++) {
      all.addAll(week(week));
    }
    return all;
  }

  private List<Happening> week(int week) {
    OffsetDateTime monday = begin.plusWeeks(week);
    List<Happening> all = new ArrayList<>();
    all.add(new Trained(monday.plusDays(1)));
    all.add(new CheckedIn(monday.plusDays(2), LEAST_PAIN));
    if ((week + number) % WEEKS_BETWEEN_FLARES == WEEKS_BETWEEN_FLARES / 2) {
      all.add(new Flared(monday.plusDays(3), FLARE_PAIN));
      all.add(new CheckedIn(monday.plusDays(4), LEAST_PAIN));
      all.add(new CheckedIn(monday.plusDays(5), LEAST_PAIN));
    } else {
      all.add(new Trained(monday.plusDays(3)));
      all.add(new Trained(monday.plusDays(5)));
    }
    if (week % WEEKS_BETWEEN_ASSESSMENTS == WEEKS_BETWEEN_ASSESSMENTS - 1) {
      int better = 1 + week / WEEKS_BETWEEN_ASSESSMENTS;
      all.add(new Assessed(monday.plusDays(6), Math.max(LEAST_PAIN, FIRST_PAIN - better)));
    }
    return all;
  }
}

package health.backstep.stack.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** When the story happens: it ended yesterday. */
record Calendar(LocalDate firstDay, ZoneId zone) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

  static Calendar endingYesterday(Clock clock, ZoneId zone) {
    return new Calendar(LocalDate.now(clock.withZone(zone)).minusDays(Story.DAYS), zone);
  }

  OffsetDateTime at(Step.Moment moment) {
    return firstDay.plusDays(moment.day()).atTime(moment.time()).atZone(zone).toOffsetDateTime();
  }

  String label(int day) {
    return DAY.format(firstDay.plusDays(day));
  }

  int dayOf(OffsetDateTime time) {
    LocalDate day = time.atZoneSameInstant(zone).toLocalDate();
    return (int) ChronoUnit.DAYS.between(firstDay, day);
  }

  static int week(int day) {
    return day / 7 + 1;
  }
}

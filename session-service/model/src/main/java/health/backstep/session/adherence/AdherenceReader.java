package health.backstep.session.adherence;

import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import health.backstep.session.adherence.Adherence.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads adherence by AD-1. Days are calendar days of the patient, today included. */
public final class AdherenceReader {

  private final Rule rule;

  public AdherenceReader(RuleSet rules) {
    this.rule = rules.rule("AD-1");
  }

  /**
   * How far the plan was followed until now.
   *
   * @param sessions starts of all sessions in which something was done
   * @param records times of the sessions, check-ins and reports of the longer period at least
   * @param asked what the plan versions asked for, in the order of their making
   */
  public Adherence read(
      List<Instant> sessions, List<Instant> records, List<Asked> asked, ZoneId zone, Instant now) {
    int longDays = rule.threshold("longDays");
    return new Adherence(
        Stream.of(rule.threshold("shortDays"), longDays)
            .map(days -> period(days, sessions, asked, zone, now))
            .toList(),
        habitPoint(sessions, zone),
        (int) daysSince(first(longDays, zone, now), records, zone).distinct().count());
  }

  private static Period period(
      int days, List<Instant> sessions, List<Asked> asked, ZoneId zone, Instant now) {
    LocalDate first = first(days, zone, now);
    Instant from = first.atStartOfDay(zone).toInstant();
    return new Period(
        days, (int) daysSince(first, sessions, zone).count(), Asked.sessions(asked, from, now));
  }

  private Optional<Instant> habitPoint(List<Instant> sessions, ZoneId zone) {
    int count = rule.threshold("habitSessions");
    List<Instant> inOrder = sessions.stream().sorted().toList();
    for (int last = count - 1; last < inOrder.size(); last++) {
      LocalDate first = day(inOrder.get(last - count + 1), zone);
      long span = ChronoUnit.DAYS.between(first, day(inOrder.get(last), zone)) + 1;
      if (span <= rule.threshold("habitDays")) {
        return Optional.of(inOrder.get(last));
      }
    }
    return Optional.empty();
  }

  private static Stream<LocalDate> daysSince(LocalDate first, List<Instant> times, ZoneId zone) {
    return times.stream().map(at -> day(at, zone)).filter(day -> !day.isBefore(first));
  }

  private static LocalDate first(int days, ZoneId zone, Instant now) {
    return day(now, zone).minusDays(days - 1L);
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone);
  }
}

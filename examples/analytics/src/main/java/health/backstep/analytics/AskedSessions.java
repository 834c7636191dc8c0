package health.backstep.analytics;

import health.backstep.analytics.Fact.PlanMade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many sessions one patient was asked for on each day. A plan that may be followed asks for its
 * sessions a week, spread evenly over the hours of the week, from its event until that of the next
 * version. A plan that is withheld or suspended asks for nothing, and a rest asks for nothing.
 */
final class AskedSessions {

  private static final double WEEK_SECONDS = Duration.ofDays(7).toSeconds();

  private final NavigableMap<Integer, PlanMade> versions = new TreeMap<>();

  void add(PlanMade plan) {
    versions.put(plan.version(), plan);
  }

  /** Parts of sessions by day, for the time before an instant. */
  Map<LocalDate, Double> byDay(ZoneId zone, Instant until) {
    Map<LocalDate, Double> asked = new TreeMap<>();
    if (versions.isEmpty()) {
      return asked;
    }
    Iterator<PlanMade> following = versions.values().iterator();
    PlanMade plan = following.next();
    while (following.hasNext()) {
      PlanMade next = following.next();
      spread(plan, next.from(), zone, asked);
      plan = next;
    }
    spread(plan, until, zone, asked);
    return asked;
  }

  private static void spread(
      PlanMade plan, Instant until, ZoneId zone, Map<LocalDate, Double> asked) {
    if (!plan.followed()) {
      return;
    }
    Instant at = plan.restUntil().filter(plan.from()::isBefore).orElse(plan.from());
    while (at.isBefore(until)) {
      LocalDate day = LocalDate.ofInstant(at, zone);
      Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
      Instant end = midnight.isBefore(until) ? midnight : until;
      double share = Duration.between(at, end).toMillis() / 1000.0 / WEEK_SECONDS;
      asked.merge(day, plan.sessionsPerWeek() * share, Double::sum);
      at = end;
    }
  }
}

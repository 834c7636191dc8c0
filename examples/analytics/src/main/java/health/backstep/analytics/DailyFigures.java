package health.backstep.analytics;

import health.backstep.analytics.Fact.FlareReported;
import health.backstep.analytics.Fact.NotCounted;
import health.backstep.analytics.Fact.PatientGone;
import health.backstep.analytics.Fact.PatientRegistered;
import health.backstep.analytics.Fact.PlanMade;
import health.backstep.analytics.Fact.SessionDone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Adds up events by day and partner. The order in which they come does not matter; each has to come
 * once.
 *
 * <p>A flare counts once, on the day on which it opened, with the worst severity that its reports
 * reached.
 */
final class DailyFigures {

  private record Flare(Instant openedAt, Severity worst) {
    private Flare and(Flare other) {
      return new Flare(
          openedAt == null ? other.openedAt : openedAt, Severity.worse(worst, other.worst));
    }
  }

  /** What is known of one patient, so that it can go with the patient. */
  private static final class Patient {
    private final Map<LocalDate, Map<Count, Integer>> counts = new TreeMap<>();
    private final Map<String, Flare> flares = new HashMap<>();
    private final AskedSessions plans = new AskedSessions();
  }

  private final ZoneId zone;
  private final NavigableMap<String, Map<UUID, Patient>> partners = new TreeMap<>();
  private final Set<UUID> erased = new HashSet<>();
  private Instant latest = Instant.MIN;

  DailyFigures(ZoneId zone) {
    this.zone = zone;
  }

  void add(Event event, Fact fact) {
    Map<UUID, Patient> partner = partners.computeIfAbsent(event.tenant(), _ -> new HashMap<>());
    UUID id = event.stream().patient();
    latest = event.time().isAfter(latest) ? event.time() : latest;
    if (fact instanceof PatientGone) {
      erased.add(id);
      partner.remove(id);
    } else if (!erased.contains(id)) {
      add(partner.computeIfAbsent(id, _ -> new Patient()), fact);
    }
  }

  private void add(Patient patient, Fact fact) {
    switch (fact) {
      case SessionDone session -> count(patient.counts, Count.SESSIONS, session.at());
      case PatientRegistered first -> count(patient.counts, Count.NEW_PATIENTS, first.at());
      case FlareReported report ->
          patient.flares.merge(
              report.flare(),
              new Flare(report.opens() ? report.at() : null, report.severity()),
              Flare::and);
      case PlanMade plan -> {
        plan.change().ifPresent(change -> count(patient.counts, change, plan.from()));
        patient.plans.add(plan);
      }
      case PatientGone _, NotCounted _ -> {}
    }
  }

  /** One series for each partner, from the first day with anything to that of the latest event. */
  List<Series> series() {
    Map<String, NavigableMap<LocalDate, DayFigures>> found = new TreeMap<>();
    partners.forEach((tenant, partner) -> found.put(tenant, figures(partner)));
    NavigableMap<LocalDate, DayFigures> all = new TreeMap<>();
    found.values().forEach(all::putAll);
    if (all.isEmpty()) {
      return List.of();
    }
    List<LocalDate> days = all.firstKey().datesUntil(all.lastKey().plusDays(1)).toList();
    return found.entrySet().stream()
        .map(tenant -> series(tenant.getKey(), tenant.getValue(), days))
        .toList();
  }

  private static Series series(
      String tenant, Map<LocalDate, DayFigures> figures, List<LocalDate> days) {
    return new Series(
        tenant,
        days.stream()
            .map(day -> figures.getOrDefault(day, new DayFigures(day, Map.of(), 0)))
            .toList());
  }

  private NavigableMap<LocalDate, DayFigures> figures(Map<UUID, Patient> partner) {
    NavigableMap<LocalDate, DayFigures> days = new TreeMap<>();
    partner
        .values()
        .forEach(
            patient ->
                figures(patient).forEach((day, some) -> days.merge(day, some, DayFigures::plus)));
    return days;
  }

  private NavigableMap<LocalDate, DayFigures> figures(Patient patient) {
    Map<LocalDate, Map<Count, Integer>> counts = new TreeMap<>();
    patient.counts.forEach((day, some) -> counts.put(day, new EnumMap<>(some)));
    patient.flares.values().stream()
        .filter(flare -> flare.openedAt() != null)
        .forEach(flare -> count(counts, Count.flares(flare.worst()), flare.openedAt()));
    NavigableMap<LocalDate, DayFigures> days = new TreeMap<>();
    counts.forEach((day, some) -> days.put(day, new DayFigures(day, some, 0)));
    patient.plans.byDay(zone, latest).entrySet().stream()
        .map(asked -> new DayFigures(asked.getKey(), Map.of(), asked.getValue()))
        .forEach(asked -> days.merge(asked.day(), asked, DayFigures::plus));
    return days;
  }

  private void count(Map<LocalDate, Map<Count, Integer>> counts, Count what, Instant at) {
    counts
        .computeIfAbsent(LocalDate.ofInstant(at, zone), _ -> new EnumMap<>(Count.class))
        .merge(what, 1, Integer::sum);
  }
}

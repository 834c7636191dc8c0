package health.backstep.session.flare;

import health.backstep.session.flare.EpisodeEvent.Continued;
import health.backstep.session.flare.EpisodeEvent.Escalated;
import health.backstep.session.flare.EpisodeEvent.Settled;
import health.backstep.session.flare.EpisodeEvent.SettledBy;
import health.backstep.session.pain.PainReading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A flare that has not settled yet.
 *
 * @param openedAt time of the report that opened it
 * @param lastReportAt the latest time among its reports
 * @param severity the worst among its reports
 * @param days by day in the patient's time zone, the newest reading after the last report
 */
public record OpenEpisode(
    FlareId flareId,
    Instant openedAt,
    Instant lastReportAt,
    Severity severity,
    SortedMap<LocalDate, DayReading> days)
    implements EpisodeState {

  public OpenEpisode {
    Objects.requireNonNull(flareId, "flareId");
    Objects.requireNonNull(openedAt, "openedAt");
    Objects.requireNonNull(lastReportAt, "lastReportAt");
    Objects.requireNonNull(severity, "severity");
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
  }

  /** The days whose newest reading is at or below baseline. */
  public SortedSet<LocalDate> calmDays() {
    return days.entrySet().stream()
        .filter(day -> day.getValue().calm())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public EpisodeStep onReport(FlareReport report, Settling settling, Supplier<FlareId> newFlare) {
    OpenEpisode reported = reportedAt(report.at(), settling);
    if (report.severity().worseThan(severity)) {
      return EpisodeStep.of(
          reported.withSeverity(report.severity()), new Escalated(flareId, report, severity));
    }
    return EpisodeStep.of(reported, new Continued(flareId, report));
  }

  @Override
  public EpisodeStep onReading(PainReading reading, Settling settling) {
    if (!reading.at().isAfter(lastReportAt)) {
      return EpisodeStep.nothingHappened(this);
    }
    OpenEpisode read = with(settling.dayOf(reading.at()), settling.read(reading));
    return read.calmDays().size() >= settling.days()
        ? settled(read.lastCalmAt(), SettledBy.CALM_READINGS)
        : EpisodeStep.nothingHappened(read);
  }

  @Override
  public EpisodeStep onAssessment(Instant assessedAt) {
    return assessedAt.isAfter(lastReportAt)
        ? settled(assessedAt, SettledBy.ASSESSMENT)
        : EpisodeStep.nothingHappened(this);
  }

  /** When the calm days were complete; a reading that came late may have filled an earlier one. */
  private Instant lastCalmAt() {
    return days.get(calmDays().last()).at();
  }

  private EpisodeStep settled(Instant at, SettledBy by) {
    return EpisodeStep.of(EpisodeState.none(), new Settled(flareId, at, by));
  }

  /** Calm days up to the day of the report are void; that day included, to be on the safe side. */
  private OpenEpisode reportedAt(Instant at, Settling settling) {
    if (!at.isAfter(lastReportAt)) {
      return this;
    }
    SortedMap<LocalDate, DayReading> after = days.tailMap(settling.dayOf(at).plusDays(1));
    return new OpenEpisode(flareId, openedAt, at, severity, after);
  }

  private OpenEpisode withSeverity(Severity worse) {
    return new OpenEpisode(flareId, openedAt, lastReportAt, worse, days);
  }

  private OpenEpisode with(LocalDate day, DayReading reading) {
    SortedMap<LocalDate, DayReading> known = new TreeMap<>(days);
    known.merge(day, reading, (old, now) -> old.at().isAfter(now.at()) ? old : now);
    return new OpenEpisode(flareId, openedAt, lastReportAt, severity, known);
  }
}

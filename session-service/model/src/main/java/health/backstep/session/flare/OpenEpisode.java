package health.backstep.session.flare;

import health.backstep.session.flare.EpisodeEvent.Continued;
import health.backstep.session.flare.EpisodeEvent.Escalated;
import health.backstep.session.flare.EpisodeEvent.Settled;
import health.backstep.session.flare.EpisodeEvent.SettledBy;
import health.backstep.session.pain.PainReading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A flare that has not settled yet.
 *
 * @param openedAt time of the report that opened it
 * @param lastReportAt the latest time among its reports
 * @param severity the worst among its reports
 * @param calmDays days in the patient's time zone whose newest reading after the last report was at
 *     or below baseline
 */
public record OpenEpisode(
    FlareId flareId,
    Instant openedAt,
    Instant lastReportAt,
    Severity severity,
    SortedSet<LocalDate> calmDays)
    implements EpisodeState {

  public OpenEpisode {
    Objects.requireNonNull(flareId, "flareId");
    Objects.requireNonNull(openedAt, "openedAt");
    Objects.requireNonNull(lastReportAt, "lastReportAt");
    Objects.requireNonNull(severity, "severity");
    calmDays = Collections.unmodifiableSortedSet(new TreeSet<>(calmDays));
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
    SortedSet<LocalDate> calm = new TreeSet<>(calmDays);
    LocalDate day = settling.dayOf(reading.at());
    if (settling.calm(reading)) {
      calm.add(day);
    } else {
      calm.remove(day);
    }
    return calm.size() >= settling.days()
        ? settled(reading.at(), SettledBy.CALM_READINGS)
        : EpisodeStep.nothingHappened(withCalmDays(calm));
  }

  @Override
  public EpisodeStep onAssessment(Instant assessedAt) {
    return assessedAt.isAfter(lastReportAt)
        ? settled(assessedAt, SettledBy.ASSESSMENT)
        : EpisodeStep.nothingHappened(this);
  }

  private EpisodeStep settled(Instant at, SettledBy by) {
    return EpisodeStep.of(EpisodeState.none(), new Settled(flareId, at, by));
  }

  /** Calm days up to the day of the report are void; that day included, to be on the safe side. */
  private OpenEpisode reportedAt(Instant at, Settling settling) {
    if (!at.isAfter(lastReportAt)) {
      return this;
    }
    SortedSet<LocalDate> after = calmDays.tailSet(settling.dayOf(at).plusDays(1));
    return new OpenEpisode(flareId, openedAt, at, severity, after);
  }

  private OpenEpisode withSeverity(Severity worse) {
    return new OpenEpisode(flareId, openedAt, lastReportAt, worse, calmDays);
  }

  private OpenEpisode withCalmDays(SortedSet<LocalDate> calm) {
    return new OpenEpisode(flareId, openedAt, lastReportAt, severity, calm);
  }
}

package health.backstep.session.course.edge;

import health.backstep.session.flare.DayReading;
import health.backstep.session.flare.EpisodeState;
import health.backstep.session.flare.FlareId;
import health.backstep.session.flare.OpenEpisode;
import health.backstep.session.flare.Severity;
import health.backstep.session.pain.Baseline;
import health.backstep.session.pain.PainReading;
import health.backstep.session.reading.CourseState;
import health.backstep.session.reading.SessionTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A course as it is stored. What came later may be missing in what was stored before. */
public record CourseDocument(
    String timeZone,
    @Nullable Baseline baseline,
    List<PainReading> readings,
    List<SessionTimes> sessions,
    @Nullable OpenFlare openFlare) {

  /** The newest reading of a day. */
  record Day(LocalDate day, Instant at, boolean calm) {}

  /**
   * A flare that is open.
   *
   * @param calmDays as stored before the days had times; read, but not written any more
   */
  record OpenFlare(
      UUID flareId,
      Instant openedAt,
      Instant lastReportAt,
      Severity severity,
      @Nullable List<LocalDate> calmDays,
      @Nullable List<Day> days) {

    static @Nullable OpenFlare of(EpisodeState episode) {
      return episode instanceof OpenEpisode open
          ? new OpenFlare(
              open.flareId().value(),
              open.openedAt(),
              open.lastReportAt(),
              open.severity(),
              null,
              open.days().entrySet().stream()
                  .map(day -> new Day(day.getKey(), day.getValue().at(), day.getValue().calm()))
                  .toList())
          : null;
    }

    EpisodeState toEpisode() {
      SortedMap<LocalDate, DayReading> known = new TreeMap<>();
      Stream.ofNullable(calmDays)
          .flatMap(List::stream)
          .forEach(day -> known.put(day, new DayReading(lastReportAt, true)));
      Stream.ofNullable(days)
          .flatMap(List::stream)
          .forEach(day -> known.put(day.day(), new DayReading(day.at(), day.calm())));
      return new OpenEpisode(new FlareId(flareId), openedAt, lastReportAt, severity, known);
    }
  }

  public static CourseDocument of(CourseState state) {
    return new CourseDocument(
        state.zone().getId(),
        state.baseline().orElse(null),
        state.readings(),
        state.sessions(),
        OpenFlare.of(state.episode()));
  }

  public CourseState toState() {
    return new CourseState(
        Optional.ofNullable(baseline),
        ZoneId.of(timeZone),
        readings,
        sessions,
        openFlare == null ? EpisodeState.none() : openFlare.toEpisode());
  }
}

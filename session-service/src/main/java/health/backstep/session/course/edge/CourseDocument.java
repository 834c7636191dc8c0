package health.backstep.session.course.edge;

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
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A course as it is stored. */
record CourseDocument(
    String timeZone,
    @Nullable Baseline baseline,
    List<PainReading> readings,
    List<SessionTimes> sessions,
    @Nullable OpenFlare openFlare) {

  record OpenFlare(
      UUID flareId,
      Instant openedAt,
      Instant lastReportAt,
      Severity severity,
      List<LocalDate> calmDays) {

    static @Nullable OpenFlare of(EpisodeState episode) {
      return episode instanceof OpenEpisode open
          ? new OpenFlare(
              open.flareId().value(),
              open.openedAt(),
              open.lastReportAt(),
              open.severity(),
              List.copyOf(open.calmDays()))
          : null;
    }

    EpisodeState toEpisode() {
      return new OpenEpisode(
          new FlareId(flareId), openedAt, lastReportAt, severity, new TreeSet<>(calmDays));
    }
  }

  static CourseDocument of(CourseState state) {
    return new CourseDocument(
        state.zone().getId(),
        state.baseline().orElse(null),
        state.readings(),
        state.sessions(),
        OpenFlare.of(state.episode()));
  }

  CourseState toState() {
    return new CourseState(
        Optional.ofNullable(baseline),
        ZoneId.of(timeZone),
        readings,
        sessions,
        openFlare == null ? EpisodeState.none() : openFlare.toEpisode());
  }
}

package health.backstep.session.reading;

import static java.util.Comparator.comparing;

import health.backstep.session.flare.EpisodeState;
import health.backstep.session.flare.OpenEpisode;
import health.backstep.session.pain.Baseline;
import health.backstep.session.pain.PainReading;
import health.backstep.session.workout.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has to be remembered of one patient to read the next record.
 *
 * @param baseline empty until the first assessment is known
 * @param zone the patient's time zone
 * @param readings of the last days, oldest first; more than needed does no harm
 * @param sessions of the last days, by their end, oldest first; more than needed does no harm
 */
public record CourseState(
    Optional<Baseline> baseline,
    ZoneId zone,
    List<PainReading> readings,
    List<SessionTimes> sessions,
    EpisodeState episode) {

  public CourseState {
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(episode, "episode");
    readings = readings.stream().sorted(comparing(PainReading::at)).toList();
    sessions = sessions.stream().sorted(comparing(SessionTimes::endedAt)).toList();
  }

  /** A patient of whom nothing is known yet. */
  public static CourseState beginning(ZoneId zone) {
    return new CourseState(Optional.empty(), zone, List.of(), List.of(), EpisodeState.none());
  }

  /** The readings that tell what is usual: all, or while a flare is open those from before it. */
  List<PainReading> readingsBeforeFlare() {
    return episode instanceof OpenEpisode flare
        ? readings.stream().filter(reading -> reading.at().isBefore(flare.openedAt())).toList()
        : readings;
  }

  Optional<SessionTimes> session(SessionId id) {
    return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
  }

  /** The session that ended last before that time. */
  Optional<SessionTimes> lastSessionBefore(Instant at) {
    return sessions.stream()
        .filter(session -> !session.endedAt().isAfter(at))
        .reduce((earlier, later) -> later);
  }

  CourseState with(PainReading reading) {
    return new CourseState(
        baseline,
        zone,
        Stream.concat(readings.stream(), Stream.of(reading)).toList(),
        sessions,
        episode);
  }

  CourseState with(SessionTimes session) {
    return new CourseState(
        baseline,
        zone,
        readings,
        Stream.concat(sessions.stream(), Stream.of(session)).toList(),
        episode);
  }

  CourseState with(EpisodeState next) {
    return new CourseState(baseline, zone, readings, sessions, next);
  }

  /** Takes the assessment's average as the baseline, unless a newer assessment has set it. */
  CourseState with(AssessmentTaken assessment) {
    if (baseline.filter(known -> known.assessedAt().isAfter(assessment.assessedAt())).isPresent()) {
      return this;
    }
    return new CourseState(
        Optional.of(new Baseline(assessment.average7d(), assessment.assessedAt())),
        zone,
        readings,
        sessions,
        episode);
  }

  /** Forgets readings and sessions that lie further back than that from the newest. */
  CourseState keeping(Duration span) {
    return new CourseState(
        baseline,
        zone,
        readings.stream()
            .filter(reading -> !reading.at().isBefore(readings.getLast().at().minus(span)))
            .toList(),
        sessions.stream()
            .filter(past -> !past.endedAt().isBefore(sessions.getLast().endedAt().minus(span)))
            .toList(),
        episode);
  }
}

package health.backstep.simulation;

import health.backstep.rules.RuleSet;
import health.backstep.session.checkin.wire.CheckInRecorded;
import health.backstep.session.flare.EpisodeEvent;
import health.backstep.session.flare.FlareReport;
import health.backstep.session.flare.wire.Episode;
import health.backstep.session.flare.wire.PainFlareReported;
import health.backstep.session.flare.wire.PainFlareSettled;
import health.backstep.session.pain.Origin;
import health.backstep.session.reading.AssessmentTaken;
import health.backstep.session.reading.CourseState;
import health.backstep.session.reading.Reading;
import health.backstep.session.reading.RecoveryCourse;
import health.backstep.session.redflag.wire.RedFlagReported;
import health.backstep.session.workout.PrescribedPlan;
import health.backstep.session.workout.wire.SessionRecorded;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * session-service's part: it reads the records one by one, and tells of each in the service's
 * order: the record itself, a flare, the end of one, a red flag.
 */
final class SessionSide {

  private final UUID patientId;
  private final RuleSet rules;
  private CourseState state;

  SessionSide(UUID patientId, ZoneId zone, RuleSet rules) {
    this.patientId = patientId;
    this.rules = rules;
    this.state = CourseState.beginning(zone);
  }

  Reading read(HistoryRecord.Assessed record) {
    return taken(
        courseAt(record)
            .read(state, new AssessmentTaken(record.at(), record.assessment().pain().average7d())));
  }

  Reading read(HistoryRecord.Worked record, PrescribedPlan plan) {
    return taken(courseAt(record).read(state, record.session(), plan));
  }

  Reading read(HistoryRecord.CheckedIn record) {
    return taken(courseAt(record).read(state, record.checkIn()));
  }

  Reading read(HistoryRecord.Flared record) {
    return taken(courseAt(record).read(state, record.report()));
  }

  List<Told> telling(HistoryRecord.Worked record, Reading reading, int donePercent) {
    Told session =
        Told.from(
            record.place(),
            SessionRecorded.TYPE,
            record.at(),
            SessionRecorded.of(patientId, record.session(), donePercent, reading));
    return telling(record, Origin.SESSION, reading, List.of(session));
  }

  List<Told> telling(HistoryRecord.CheckedIn record, Reading reading) {
    Told checkIn =
        Told.from(
            record.place(),
            CheckInRecorded.TYPE,
            record.at(),
            CheckInRecorded.of(patientId, record.checkIn()));
    return telling(record, Origin.CHECK_IN, reading, List.of(checkIn));
  }

  List<Told> telling(HistoryRecord.Flared record, Reading reading) {
    return telling(record, Origin.SELF_REPORT, reading, List.of());
  }

  /** An assessment is told by profile-service; here it can only end a flare. */
  List<Told> telling(HistoryRecord.Assessed record, Reading reading) {
    return reading.episode().map(event -> episode(record, event)).stream().toList();
  }

  private List<Told> telling(
      HistoryRecord record, Origin origin, Reading reading, List<Told> itself) {
    List<Told> told = new ArrayList<>(itself);
    reading.episode().map(event -> episode(record, event)).ifPresent(told::add);
    reading
        .redFlag()
        .map(raised -> RedFlagReported.of(patientId, record.at(), origin, raised))
        .map(payload -> Told.from(record.place(), RedFlagReported.TYPE, record.at(), payload))
        .ifPresent(told::add);
    return told;
  }

  private Told episode(HistoryRecord record, EpisodeEvent event) {
    UUID flareId = event.flareId().value();
    return switch (event) {
      case EpisodeEvent.Opened opened -> flare(record, flareId, opened.report(), Episode.OPENED);
      case EpisodeEvent.Escalated worse ->
          flare(record, flareId, worse.report(), Episode.ESCALATED);
      case EpisodeEvent.Continued on -> flare(record, flareId, on.report(), Episode.CONTINUED);
      case EpisodeEvent.Settled over ->
          Told.from(
              record.place(),
              PainFlareSettled.TYPE,
              record.at(),
              new PainFlareSettled(patientId, flareId, over.at()));
    };
  }

  private Told flare(HistoryRecord record, UUID flareId, FlareReport report, Episode episode) {
    return Told.from(
        record.place(),
        PainFlareReported.TYPE,
        record.at(),
        PainFlareReported.of(patientId, flareId, report, episode));
  }

  private RecoveryCourse courseAt(HistoryRecord record) {
    return new RecoveryCourse(rules, () -> record.place().idOf("flare"));
  }

  private Reading taken(Reading reading) {
    state = reading.next();
    return reading;
  }
}

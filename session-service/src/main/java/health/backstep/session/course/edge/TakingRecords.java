package health.backstep.session.course.edge;

import health.backstep.backbone.event.Cause;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import health.backstep.session.course.edge.TakenRecord.ReasonView;
import health.backstep.session.flare.EpisodeEvent;
import health.backstep.session.flare.FlareReport;
import health.backstep.session.flare.wire.Episode;
import health.backstep.session.pain.Origin;
import health.backstep.session.reading.AssessmentTaken;
import health.backstep.session.reading.CourseState;
import health.backstep.session.reading.Reading;
import health.backstep.session.reading.Reason;
import health.backstep.session.reading.RecoveryCourse;
import health.backstep.session.redflag.edge.RedFlags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Reads one record of a patient, remembers where the patient stands then, and tells about flares
 * and red flags.
 */
@ApplicationScoped
public class TakingRecords {

  private final RecoveryCourse course;
  private final Courses courses;
  private final Flares flares;
  private final RedFlags redFlags;
  private final RuleSet rules;
  private final RecordMeters meters;

  TakingRecords(
      RecoveryCourse course,
      Courses courses,
      Flares flares,
      RedFlags redFlags,
      RuleSet rules,
      RecordMeters meters) {
    this.course = course;
    this.courses = courses;
    this.flares = flares;
    this.redFlags = redFlags;
    this.rules = rules;
    this.meters = meters;
  }

  /**
   * Makes sure that the patient is known, and keeps others from recording until the transaction
   * ends.
   */
  public void lock(UUID patientId) {
    if (courses.lock(patientId).isEmpty()) {
      throw Courses.unknown();
    }
  }

  /** Takes an assessment in: it sets the usual pain and ends an open flare. */
  void take(UUID patientId, Cause cause, AssessmentTaken assessment) {
    CourseState state = courses.lock(patientId).orElseThrow(Courses::unknown);
    Reading reading = course.read(state, assessment);
    courses.store(patientId, reading.next());
    settled(patientId, cause, reading);
  }

  /** Takes a record in, inside the transaction that stores it. */
  public TakenRecord take(
      UUID patientId,
      Cause cause,
      Origin origin,
      BiFunction<RecoveryCourse, CourseState, Reading> read) {
    CourseState state = courses.lock(patientId).orElseThrow(Courses::unknown);
    Reading reading = read.apply(course, state);
    courses.store(patientId, reading.next());
    return new TakenRecord(
        reading,
        flare(patientId, cause, reading),
        settled(patientId, cause, reading),
        redFlag(patientId, cause, origin, reading));
  }

  private TakenRecord.FlareView flare(UUID patientId, Cause cause, Reading reading) {
    return switch (reading.episode().orElse(null)) {
      case EpisodeEvent.Opened opened ->
          report(patientId, cause, opened.flareId().value(), opened.report(), Episode.OPENED);
      case EpisodeEvent.Escalated worse ->
          report(patientId, cause, worse.flareId().value(), worse.report(), Episode.ESCALATED);
      case EpisodeEvent.Continued on ->
          report(patientId, cause, on.flareId().value(), on.report(), Episode.CONTINUED);
      case EpisodeEvent.Settled over -> null;
      case null -> null;
    };
  }

  private TakenRecord.FlareView report(
      UUID patientId, Cause cause, UUID flareId, FlareReport report, Episode episode) {
    UUID eventId = flares.report(patientId, cause, flareId, report, episode);
    meters.flare(episode, report.severity());
    List<ReasonView> reasons = report.reasons().stream().map(this::reason).toList();
    return new TakenRecord.FlareView(flareId, eventId, report.severity(), episode, reasons);
  }

  private TakenRecord.SettledView settled(UUID patientId, Cause cause, Reading reading) {
    if (reading.episode().orElse(null) instanceof EpisodeEvent.Settled over) {
      UUID flareId = over.flareId().value();
      meters.flareSettled();
      return new TakenRecord.SettledView(
          flareId, flares.settle(patientId, cause, flareId, over.at()));
    }
    return null;
  }

  private TakenRecord.RedFlagView redFlag(
      UUID patientId, Cause cause, Origin origin, Reading reading) {
    return reading
        .redFlag()
        .map(
            raised -> {
              UUID eventId = redFlags.raise(patientId, cause, origin, raised);
              meters.redFlag(raised.urgency());
              Rule rule = rules.rule(raised.urgency().rule());
              return new TakenRecord.RedFlagView(eventId, raised.urgency(), rule.id(), rule.text());
            })
        .orElse(null);
  }

  /** The rules of a reading, as callers see them. */
  public List<ReasonView> reasons(Reading reading) {
    return reading.reasons().stream().map(Reason::rule).map(this::reason).toList();
  }

  private ReasonView reason(String id) {
    Rule rule = rules.rule(id);
    return new ReasonView(rule.id(), rule.text(), rule.evidence().label(), rule.sources());
  }
}

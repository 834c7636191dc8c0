package health.backstep.profile.assessment.edge;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.profile.ProfileTopic;
import health.backstep.profile.assessment.Assessment;
import health.backstep.profile.assessment.wire.AssessmentCompleted;
import health.backstep.profile.assessment.wire.AssessmentRequest;
import health.backstep.profile.classification.Classification;
import health.backstep.profile.classification.Classifier;
import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.edge.Clearances;
import health.backstep.profile.outcome.QuestionnaireScores;
import health.backstep.profile.outcome.RolandMorrisScore;
import health.backstep.profile.patient.Patient;
import health.backstep.profile.screening.RedFlagScreen;
import health.backstep.profile.screening.Triage;
import health.backstep.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Screens and classifies an assessment, stores it and tells the other services, all in one
 * transaction.
 */
@ApplicationScoped
public class CompletingAssessment {

  private final RedFlagScreen screen;
  private final Classifier classifier;
  private final Clearances clearances;
  private final AssessmentRows rows;
  private final Outbox outbox;
  private final PatientClock clock;
  private final Duration noGainAfter;
  private final QuestionnaireScores scores;
  private final RolandMorrisScore rolandMorris;

  CompletingAssessment(
      RuleSet rules,
      RedFlagScreen screen,
      Classifier classifier,
      QuestionnaireScores scores,
      Clearances clearances,
      AssessmentRows rows,
      Outbox outbox,
      PatientClock clock) {
    this.screen = screen;
    this.classifier = classifier;
    this.scores = scores;
    this.rolandMorris = new RolandMorrisScore(rules);
    this.clearances = clearances;
    this.rows = rows;
    this.outbox = outbox;
    this.clock = clock;
    this.noGainAfter = Duration.ofDays(rules.rule("RF-ADVISORY").threshold("noGainAfterDays"));
  }

  /** Takes the patient's assessment in, inside the running transaction. */
  public AssessmentView complete(Patient patient, AssessmentRequest request, Cause cause) {
    Assessment assessment =
        request.toAssessment(patient.timeZone(), clock.now(patient.id().value()));
    Triage triage = triage(patient, assessment);
    Classification classification = classifier.classify(assessment);
    UUID id = Uuid7.next();
    UUID eventId =
        outbox.publish(
            ProfileTopic.EVENTS,
            AssessmentCompleted.TYPE,
            patient.id().value(),
            cause,
            AssessmentCompleted.of(patient.id().value(), id, assessment, triage, classification));
    withdrawClearance(patient, triage, cause);
    AssessmentView view =
        new AssessmentView(
            id,
            eventId,
            assessment.assessedAt(),
            AssessmentView.TriageView.of(triage),
            AssessmentView.ClassificationView.of(classification),
            scores(assessment));
    rows.persist(row(patient, request, assessment, classification, view));
    return view;
  }

  /** The one that was entered last. */
  public Optional<AssessmentView> latest(UUID patientId) {
    return rows.latest(patientId).map(row -> row.answer);
  }

  static ProblemException unknown() {
    return ProblemException.notFound("ASSESSMENT_NOT_FOUND", "There is no such assessment.");
  }

  private Triage triage(Patient patient, Assessment assessment) {
    UUID patientId = patient.id().value();
    Instant at = assessment.assessedAt();
    return screen.screen(
        assessment,
        patient.ageAt(at),
        clearances.find(patientId),
        rows.latestBefore(patientId, at, noGainAfter).map(row -> row.toEarlier(rolandMorris)));
  }

  private List<AssessmentView.ScoreView> scores(Assessment assessment) {
    return scores.withPain(assessment.pain().average7d(), assessment.questionnaires()).stream()
        .map(AssessmentView.ScoreView::of)
        .toList();
  }

  private void withdrawClearance(Patient patient, Triage triage, Cause cause) {
    triage
        .ruleThatEndsClearance()
        .ifPresent(
            rule ->
                clearances.record(
                    patient.id().value(),
                    Clearance.withdrawnBecause(rule, clock.now(patient.id().value())),
                    cause));
  }

  private static AssessmentRow row(
      Patient patient,
      AssessmentRequest request,
      Assessment assessment,
      Classification classification,
      AssessmentView view) {
    AssessmentRow row = new AssessmentRow();
    row.id = view.assessmentId();
    row.patientId = patient.id().value();
    row.assessedAt = assessment.assessedAt();
    row.average7d = assessment.pain().average7d();
    row.odiPercent = classification.odiPercent().orElse(null);
    row.request = request;
    row.answer = view;
    return row;
  }
}

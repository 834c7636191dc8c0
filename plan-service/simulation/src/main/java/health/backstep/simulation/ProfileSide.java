package health.backstep.simulation;

import static java.util.Comparator.comparing;

import health.backstep.profile.assessment.Assessment;
import health.backstep.profile.assessment.wire.AssessmentCompleted;
import health.backstep.profile.classification.Classification;
import health.backstep.profile.classification.Classifier;
import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.wire.ClearanceChanged;
import health.backstep.profile.outcome.EarlierAssessment;
import health.backstep.profile.outcome.RolandMorrisScore;
import health.backstep.profile.patient.Patient;
import health.backstep.profile.patient.wire.PatientRecorded;
import health.backstep.profile.screening.RedFlagScreen;
import health.backstep.profile.screening.Triage;
import health.backstep.rules.RuleSet;
import health.backstep.session.redflag.RedFlagRaised;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * profile-service's part: it screens and classifies assessments, and a red flag ends the clearance.
 */
final class ProfileSide {

  private final Patient patient;
  private final RedFlagScreen screen;
  private final Classifier classifier;
  private final RolandMorrisScore rolandMorris;
  private final Duration noGainAfter;
  private final List<EarlierAssessment> assessments = new ArrayList<>();
  private Optional<Clearance> clearance = Optional.empty();

  ProfileSide(Patient patient, RuleSet rules) {
    this.patient = patient;
    this.screen = new RedFlagScreen(rules);
    this.classifier = new Classifier(rules);
    this.rolandMorris = new RolandMorrisScore(rules);
    this.noGainAfter = Duration.ofDays(rules.rule("RF-ADVISORY").threshold("noGainAfterDays"));
  }

  Told register(Instant at) {
    return Told.from(Place.PATIENT, PatientRecorded.TYPE, at, PatientRecorded.of(patient, at));
  }

  /** Records a clearance or its withdrawal. */
  Told record(Place place, Clearance given) {
    clearance = Optional.of(given);
    return Told.from(
        place, ClearanceChanged.TYPE, given.recordedAt(), ClearanceChanged.of(patientId(), given));
  }

  /** Whoever gave the clearance did not know of the flag. */
  Told withdraw(Place place, RedFlagRaised raised, Instant at) {
    return record(place, Clearance.withdrawnBecause(raised.urgency().rule(), at));
  }

  Found.Screened screen(Assessment assessment) {
    Triage triage =
        screen.screen(
            assessment,
            patient.ageAt(assessment.assessedAt()),
            clearance,
            earlierThan(assessment.assessedAt()));
    return new Found.Screened(triage, classifier.classify(assessment));
  }

  /** Completes a screened assessment: it is told, and a red flag in it ends the clearance. */
  List<Told> complete(HistoryRecord.Assessed record, Found.Screened found) {
    Assessment assessment = record.assessment();
    Classification classification = found.classification();
    assessments.add(
        new EarlierAssessment(
            record.at(),
            assessment.pain().average7d(),
            classification.odiPercent(),
            assessment.questionnaires().rmdq().flatMap(rolandMorris::of)));
    List<Told> told = new ArrayList<>();
    told.add(
        Told.from(
            record.place(),
            AssessmentCompleted.TYPE,
            record.at(),
            AssessmentCompleted.of(
                patientId(),
                record.place().idOf("assessment"),
                assessment,
                found.triage(),
                classification)));
    found
        .triage()
        .ruleThatEndsClearance()
        .map(rule -> record(record.place(), Clearance.withdrawnBecause(rule, record.at())))
        .ifPresent(told::add);
    return told;
  }

  private Optional<EarlierAssessment> earlierThan(Instant at) {
    Instant latest = at.minus(noGainAfter);
    return assessments.stream()
        .filter(earlier -> !earlier.assessedAt().isAfter(latest))
        .max(comparing(EarlierAssessment::assessedAt));
  }

  private UUID patientId() {
    return patient.id().value();
  }
}

package health.backstep.profile.sandbox.edge;

import health.backstep.backbone.event.Cause;
import health.backstep.backbone.tenancy.OneAtATime;
import health.backstep.profile.assessment.edge.AssessmentView;
import health.backstep.profile.assessment.edge.CompletingAssessment;
import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.ClearanceStatus;
import health.backstep.profile.clearance.edge.Clearances;
import health.backstep.profile.patient.Patient;
import health.backstep.profile.patient.edge.Patients;
import health.backstep.profile.patient.edge.RegisteringPatient;
import health.backstep.profile.sandbox.edge.ExamplePatients.ExampleView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes the example patients that the running tenant has not got yet, all in one transaction. */
@ApplicationScoped
class MakingExamples {

  private final Patients patients;
  private final RegisteringPatient registering;
  private final Clearances clearances;
  private final CompletingAssessment completing;
  private final OneAtATime oneAtATime;
  private final Clock clock;

  MakingExamples(
      Patients patients,
      RegisteringPatient registering,
      Clearances clearances,
      CompletingAssessment completing,
      OneAtATime oneAtATime,
      Clock clock) {
    this.patients = patients;
    this.registering = registering;
    this.clearances = clearances;
    this.completing = completing;
    this.oneAtATime = oneAtATime;
    this.clock = clock;
  }

  ExamplePatients makeOrFind(Cause cause) {
    oneAtATime.enter("examples");
    return new ExamplePatients(
        Example.all().stream().map(example -> makeOrFind(example, cause)).toList());
  }

  private ExampleView makeOrFind(Example example, Cause cause) {
    Optional<Patient> known = patients.findByExternalId(example.externalId());
    UUID id = known.map(patient -> patient.id().value()).orElseGet(() -> make(example, cause));
    UUID event = completing.latest(id).map(AssessmentView::eventId).orElse(null);
    return new ExampleView(id, example.externalId(), example.stage(), example.bias(), event);
  }

  private UUID make(Example example, Cause cause) {
    Instant now = clock.instant();
    Patient patient = registering.register(example.patient(now), cause);
    clearances.record(
        patient.id().value(),
        new Clearance(ClearanceStatus.CLEARED, true, "Example", Optional.empty(), now),
        cause);
    completing.complete(patient, example.assessment(now), cause);
    return patient.id().value();
  }
}

package health.backstep.profile.patient.edge;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.tenancy.PatientHomes;
import health.backstep.profile.ProfileTopic;
import health.backstep.profile.patient.Patient;
import health.backstep.profile.patient.PatientId;
import health.backstep.profile.patient.wire.PatientRecorded;
import health.backstep.profile.patient.wire.PatientRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes a patient in, or what is different now, and tells the other services. */
@ApplicationScoped
public class RegisteringPatient {

  private final PatientRows rows;
  private final PatientHomes homes;
  private final Outbox outbox;
  private final PatientClock clock;

  RegisteringPatient(PatientRows rows, PatientHomes homes, Outbox outbox, PatientClock clock) {
    this.rows = rows;
    this.homes = homes;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Registers a new patient of the running tenant, in the running transaction.
   *
   * @throws ProblemException 409 when another patient has the external id
   */
  public Patient register(PatientRequest request, Cause cause) {
    UUID id = Uuid7.next();
    Instant now = clock.now(id);
    Patient patient = request.toPatient(new PatientId(id), now);
    refuseTakenExternalId(patient);
    PatientRow row = new PatientRow();
    row.id = id;
    row.createdAt = now;
    row.set(patient);
    rows.persistAndFlush(row);
    homes.settle(id);
    publish(patient, now, cause);
    return patient;
  }

  Patient change(PatientRow row, PatientRequest request, Cause cause) {
    Instant now = clock.now(row.id);
    Patient patient = request.toPatient(new PatientId(row.id), now);
    refuseTakenExternalId(patient);
    row.set(patient);
    rows.flush();
    publish(patient, now, cause);
    return patient;
  }

  private void publish(Patient patient, Instant now, Cause cause) {
    outbox.publish(
        ProfileTopic.EVENTS,
        PatientRecorded.TYPE,
        patient.id().value(),
        cause,
        PatientRecorded.of(patient, now));
  }

  private void refuseTakenExternalId(Patient patient) {
    patient
        .externalId()
        .flatMap(rows::findByExternalId)
        .filter(other -> !other.id.equals(patient.id().value()))
        .ifPresent(
            other -> {
              throw new ProblemException(
                  409, "EXTERNAL_ID_TAKEN", "Another patient has this externalId.", List.of());
            });
  }
}

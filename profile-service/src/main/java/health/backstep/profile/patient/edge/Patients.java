package health.backstep.profile.patient.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.profile.patient.Patient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Finds patients for the other features. */
@ApplicationScoped
public class Patients {

  private final PatientRows rows;

  Patients(PatientRows rows) {
    this.rows = rows;
  }

  public Optional<Patient> find(UUID patientId) {
    return rows.findByIdOptional(patientId).map(PatientRow::toPatient);
  }

  /** The patient whom the partner knows by that id. */
  public Optional<Patient> findByExternalId(String externalId) {
    return rows.findByExternalId(externalId).map(PatientRow::toPatient);
  }

  /**
   * The patient of the running tenant.
   *
   * @throws ProblemException 404, also for another tenant's patient
   */
  public Patient get(UUID patientId) {
    return find(patientId).orElseThrow(Patients::unknown);
  }

  /**
   * The patient of the running tenant, locked until the transaction ends: what is reported about a
   * patient is taken in one by one.
   */
  public Optional<Patient> lock(UUID patientId) {
    return rows.findByIdOptional(patientId, LockModeType.PESSIMISTIC_WRITE)
        .map(PatientRow::toPatient);
  }

  /**
   * As {@link #lock}, for a patient who has to be there.
   *
   * @throws ProblemException 404, also for another tenant's patient
   */
  public Patient getLocked(UUID patientId) {
    return lock(patientId).orElseThrow(Patients::unknown);
  }

  static ProblemException unknown() {
    return ProblemException.notFound("PATIENT_NOT_FOUND", "There is no such patient.");
  }
}

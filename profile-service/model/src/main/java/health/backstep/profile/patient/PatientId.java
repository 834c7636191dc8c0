package health.backstep.profile.patient;

import java.util.Objects;
import java.util.UUID;

/** The pseudonym by which all services know a patient (a UUID version 7). */
public record PatientId(UUID value) {

  public PatientId {
    Objects.requireNonNull(value, "patientId");
  }
}

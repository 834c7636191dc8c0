package health.backstep.profile.patient.wire;

import health.backstep.profile.patient.AgeBand;
import health.backstep.profile.patient.Equipment;
import health.backstep.profile.patient.Patient;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Payload of {@code pt.profile.patient-recorded.v1}: no name, no id of the partner's, no birth
 * year.
 */
public record PatientRecorded(
    UUID patientId,
    AgeBand ageBand,
    String timeZone,
    Set<Equipment> equipment,
    int minutesPerSession,
    int sessionsPerWeek) {

  public static final String TYPE = "pt.profile.patient-recorded.v1";

  public static PatientRecorded of(Patient patient, Instant now) {
    return new PatientRecorded(
        patient.id().value(),
        AgeBand.of(patient.ageAt(now)),
        patient.timeZone().getId(),
        patient.equipment(),
        patient.minutesPerSession(),
        patient.sessionsPerWeek());
  }
}

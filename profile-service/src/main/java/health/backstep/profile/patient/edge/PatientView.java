package health.backstep.profile.patient.edge;

import health.backstep.profile.patient.Equipment;
import health.backstep.profile.patient.Patient;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patient as partners see it. */
public record PatientView(
    UUID patientId,
    @Nullable String externalId,
    int birthYear,
    String timeZone,
    Set<Equipment> equipment,
    int minutesPerSession,
    int sessionsPerWeek) {

  static PatientView of(Patient patient) {
    return new PatientView(
        patient.id().value(),
        patient.externalId().orElse(null),
        patient.birthYear(),
        patient.timeZone().getId(),
        patient.equipment(),
        patient.minutesPerSession(),
        patient.sessionsPerWeek());
  }
}

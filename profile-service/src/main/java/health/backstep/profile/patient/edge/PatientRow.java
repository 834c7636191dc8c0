package health.backstep.profile.patient.edge;

import health.backstep.profile.patient.Equipment;
import health.backstep.profile.patient.Patient;
import health.backstep.profile.patient.PatientId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.TenantId;

/** A patient as stored. */
@Entity
@Table(name = "patient")
class PatientRow {

  @TenantId String tenant;
  @Id UUID id;
  String externalId;
  int birthYear;
  String timeZone;
  String equipment;
  int minutesPerSession;
  int sessionsPerWeek;
  Instant createdAt;
  @Version long version;

  void set(Patient patient) {
    externalId = patient.externalId().orElse(null);
    birthYear = patient.birthYear();
    timeZone = patient.timeZone().getId();
    equipment = patient.equipment().stream().map(Enum::name).collect(Collectors.joining(","));
    minutesPerSession = patient.minutesPerSession();
    sessionsPerWeek = patient.sessionsPerWeek();
  }

  Patient toPatient() {
    return new Patient(
        new PatientId(id),
        Optional.ofNullable(externalId),
        birthYear,
        ZoneId.of(timeZone),
        equipmentSet(),
        minutesPerSession,
        sessionsPerWeek);
  }

  private Set<Equipment> equipmentSet() {
    return Arrays.stream(equipment.split(","))
        .filter(name -> !name.isEmpty())
        .map(Equipment::valueOf)
        .collect(Collectors.toSet());
  }
}

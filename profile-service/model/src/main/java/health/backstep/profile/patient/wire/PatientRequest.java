package health.backstep.profile.patient.wire;

import health.backstep.profile.patient.Equipment;
import health.backstep.profile.patient.Patient;
import health.backstep.profile.patient.PatientId;
import health.backstep.wire.Refused;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a partner tells about a patient. */
public record PatientRequest(
    @Nullable
        @Size(min = 1, max = 64)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String externalId,
    @NotNull @Min(1900) @Max(2100) Integer birthYear,
    @NotNull @Size(min = 1, max = 64) String timeZone,
    @Nullable Set<@NotNull Equipment> equipment,
    @NotNull @Min(5) @Max(60) Integer minutesPerSession,
    @NotNull @Min(1) @Max(7) Integer sessionsPerWeek) {

  public Patient toPatient(PatientId id, Instant now) {
    Patient patient =
        new Patient(
            id,
            Optional.ofNullable(externalId),
            birthYear,
            zone(),
            equipment == null ? Set.of() : equipment,
            minutesPerSession,
            sessionsPerWeek);
    if (!patient.ageAt(now).isServed()) {
      throw Refused.because(
          "/birthYear", "AGE_NOT_SERVED", "Backstep is for people from 16 to 110 years of age.");
    }
    return patient;
  }

  private ZoneId zone() {
    if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
      throw Refused.because(
          "/timeZone", "TIME_ZONE_UNKNOWN", "Send an IANA time zone such as Europe/Berlin.");
    }
    return ZoneId.of(timeZone);
  }
}

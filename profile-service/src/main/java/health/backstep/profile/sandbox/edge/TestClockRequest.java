package health.backstep.profile.sandbox.edge;

import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What time it shall be for a patient.
 *
 * @param now not before what time it is for the patient
 */
public record TestClockRequest(@NotNull UUID patientId, @NotNull OffsetDateTime now) {}

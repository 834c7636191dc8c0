package health.backstep.simulation.wire;

import health.backstep.profile.assessment.wire.AssessmentRequest;
import health.backstep.profile.clearance.wire.ClearanceRequest;
import health.backstep.profile.patient.wire.PatientRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A history to be simulated. Patient, assessment and clearance are the bodies as posted to
 * profile-service.
 *
 * @param clearance from before the first record; left out it is given, without loading
 * @param history at most 1000 entries, in any order
 * @param rulesetVersion the version to simulate by; left out it is the one in force
 */
public record SimulationRequest(
    @NotNull @Valid PatientRequest patient,
    @NotNull @Valid AssessmentRequest assessment,
    @Nullable @Valid ClearanceRequest clearance,
    @NotNull @Size(max = 1000) List<@NotNull HistoryEntry> history,
    @Nullable @Size(min = 1, max = 64) String rulesetVersion) {}

package health.backstep.backbone.erasure;

import java.util.UUID;

/**
 * Payload of {@code pt.profile.patient-erased.v1}: the last event of a patient.
 *
 * @param erasureId by which the erasure is asked for and confirmed
 */
public record PatientErased(UUID erasureId) {

  public static final String TYPE = "pt.profile.patient-erased.v1";
}

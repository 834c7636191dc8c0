package health.backstep.backbone.export;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What one service holds of a patient, as it was at one moment.
 *
 * @param service its name, such as {@code plan-service}
 * @param tables also those without a row
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ServicePart(
    String service,
    UUID patientId,
    Instant exportedAt,
    List<ExportedTable> tables,
    List<LeftOut> leftOut) {

  public ServicePart {
    tables = List.copyOf(tables);
    leftOut = List.copyOf(leftOut);
  }

  /** The part of a service that has not heard of the patient yet. */
  public static ServicePart empty(String service, UUID patientId, Instant at) {
    return new ServicePart(service, patientId, at, List.of(), List.of());
  }
}

package health.backstep.profile.export.edge;

import health.backstep.backbone.export.ServicePart;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All that is held of a patient, in all services. */
record PatientExport(
    UUID patientId, String tenant, Instant exportedAt, List<ServicePart> services) {

  PatientExport {
    services = List.copyOf(services);
  }
}

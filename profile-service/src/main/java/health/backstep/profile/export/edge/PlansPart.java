package health.backstep.profile.export.edge;

import health.backstep.backbone.export.ServicePart;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks plan-service for what it holds of a patient. */
@RegisterRestClient(configKey = "plan-service")
@Path("/v1/patients/{patientId}/export")
public interface PlansPart {

  @GET
  ServicePart export(
      @PathParam("patientId") UUID patientId,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String caller);
}

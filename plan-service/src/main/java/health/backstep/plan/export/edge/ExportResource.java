package health.backstep.plan.export.edge;

import health.backstep.backbone.export.GivingPart;
import health.backstep.backbone.export.ServicePart;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The part of this service in a patient's export, which profile-service puts together. */
@Path("/v1/patients/{patientId}/export")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans")
public class ExportResource {

  private final GivingPart giving;

  ExportResource(GivingPart giving) {
    this.giving = giving;
  }

  @GET
  @RolesAllowed("plans:read")
  @Operation(
      operationId = "exportPlans",
      summary = "Gives all that plan-service holds of a patient",
      description = "A part of the export that profile-service gives at the same path.")
  @APIResponseSchema(
      value = ServicePart.class,
      responseCode = "200",
      responseDescription = "All that is held here.")
  public Response export(UUID patientId) {
    return giving.of(patientId);
  }
}

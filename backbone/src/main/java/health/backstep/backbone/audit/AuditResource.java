package health.backstep.backbone.audit;

import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Page;
import health.backstep.backbone.rest.PageRequest;
import health.backstep.backbone.rest.PointInTime;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit log of the caller's tenant, as this service has it. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {

  private final Call call;
  private final OwnChain chain;

  AuditResource(Call call, OwnChain chain) {
    this.call = call;
    this.chain = chain;
  }

  /** A call shows about a second after it was answered. */
  @GET
  @RolesAllowed("ops:read")
  @Operation(
      operationId = "listAuditLines",
      summary = "Lists who did what in this service, and how it ended, oldest first",
      description =
          "Every call of your clients is a line, refused ones included, about a second after its"
              + " answer. Each line carries the hash of the one before it: read from the first on,"
              + " you can tell yourself that none was changed or removed.")
  @APIResponse(responseCode = "200", description = "A page of lines, the oldest first.")
  @APIResponse(responseCode = "400", description = "WRONG_TYPE, INVALID_REQUEST")
  public Page<AuditLineView> list(
      @BeanParam PageRequest page,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    Instant begin = PointInTime.parse("from", from);
    Instant end = PointInTime.parse("to", to);
    return call.read(
        () ->
            page.lowestFirst(
                (behind, most) -> chain.behind(behind, begin, end, most),
                stored -> stored.line().sequence(),
                AuditLineView::of));
  }
}

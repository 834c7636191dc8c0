package health.backstep.profile.erasure.edge;

import health.backstep.backbone.load.HeldCalls;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Caller;
import health.backstep.backbone.rest.Waiting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erasures, and what their receipts are checked with. */
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure")
public class ErasureResource {

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final Call call;
  private final Caller caller;
  private final HeldCalls held;
  private final Erasures erasures;
  private final ErasureParts parts;
  private final ReceiptKeys keys;

  ErasureResource(
      Call call,
      Caller caller,
      HeldCalls held,
      Erasures erasures,
      ErasureParts parts,
      ReceiptKeys keys) {
    this.call = call;
    this.caller = caller;
    this.held = held;
    this.erasures = erasures;
    this.parts = parts;
    this.keys = keys;
  }

  /** The same for all tenants, but a caller without one is no partner's client. */
  @GET
  @Path("/keys")
  @RolesAllowed("erasure:write")
  @Operation(
      operationId = "getReceiptKeys",
      summary = "Reads the public keys by which receipts of erasures are checked")
  @APIResponse(responseCode = "200", description = "The keys, also those of older receipts.")
  public KeySetView keys() {
    caller.tenant();
    return new KeySetView(keys.all().stream().map(KeySetView.Key::of).toList());
  }

  /** With {@code wait} it is answered as soon as the erasure is completed, or when that is over. */
  @GET
  @Path("/{erasureId}")
  @RolesAllowed("erasure:write")
  @RunOnVirtualThread
  @Operation(
      operationId = "getErasure",
      summary = "Reads how far an erasure is, with its receipt when it is completed")
  @APIResponse(responseCode = "200", description = "The erasure.")
  @APIResponse(responseCode = "400", description = "WAIT_MALFORMED")
  @APIResponse(responseCode = "404", description = "ERASURE_NOT_FOUND")
  public ErasureView get(UUID erasureId, @QueryParam("wait") @DefaultValue("PT0S") String wait) {
    long deadline = System.nanoTime() + Waiting.parse(wait).toNanos();
    ErasureView erasure = read(erasureId);
    return isCompleted(erasure) || System.nanoTime() >= deadline
        ? erasure
        : held.whileWaiting(() -> completed(erasureId, deadline));
  }

  private ErasureView completed(UUID erasureId, long deadline) {
    ErasureView erasure;
    do {
      LockSupport.parkNanos(Math.min(LOOK_EVERY.toNanos(), deadline - System.nanoTime()));
      erasure = read(erasureId);
    } while (!isCompleted(erasure) && System.nanoTime() < deadline);
    return erasure;
  }

  private static boolean isCompleted(ErasureView erasure) {
    return erasure.state() == ErasureView.ErasureState.COMPLETED;
  }

  private ErasureView read(UUID erasureId) {
    return call.read(
        () ->
            erasures
                .findByIdOptional(erasureId)
                .map(row -> ErasureView.of(row, parts.of(row.id)))
                .orElseThrow(
                    () ->
                        ProblemException.notFound(
                            "ERASURE_NOT_FOUND", "There is no such erasure.")));
  }
}

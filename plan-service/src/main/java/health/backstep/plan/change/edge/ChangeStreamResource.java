package health.backstep.plan.change.edge;

import health.backstep.backbone.load.HeldCalls;
import health.backstep.backbone.rest.Caller;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What happened to the caller's patients, as it happens. */
@Path("/v1/changes/stream")
public class ChangeStreamResource {

  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final Executor THREADS =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("change-stream-", 0).factory());

  private final Caller caller;
  private final JsonWebToken token;
  private final FollowingChanges following;
  private final ChangeSignals signals;
  private final HeldCalls held;
  private final ChangesConfig config;
  private final ChangeEvents events;
  private final Clock clock;

  ChangeStreamResource(
      Caller caller,
      JsonWebToken token,
      FollowingChanges following,
      ChangeSignals signals,
      HeldCalls held,
      ChangesConfig config,
      ChangeEvents events,
      Clock clock) {
    this.caller = caller;
    this.token = token;
    this.following = following;
    this.signals = signals;
    this.held = held;
    this.config = config;
    this.events = events;
    this.clock = clock;
  }

  /** Every change after the cursor, once and in order, until the token expires. */
  @GET
  @RolesAllowed("changes:read")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  @Operation(
      operationId = "streamChanges",
      summary = "Changes of all your patients as server-sent events, with resume")
  @APIResponse(
      responseCode = "200",
      description =
          "Events named by the type of change, with the cursor as id and the change as data",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "400", description = "CURSOR_UNKNOWN, INVALID_REQUEST")
  @APIResponse(responseCode = "410", description = "CURSOR_EXPIRED: changes after it are gone")
  @APIResponse(responseCode = "422", description = "INVALID_REQUEST")
  @APIResponse(responseCode = "429", description = "TOO_MANY_WAITING calls of this tenant")
  @APIResponse(responseCode = "503", description = "OVERLOADED: come back after Retry-After")
  public Multi<OutboundSseEvent> stream(
      @Parameter(description = "The id of the last event that was seen; goes before cursor")
          @HeaderParam(LAST_EVENT_ID)
          @Nullable String lastEventId,
      @Parameter(description = "Where to begin; without one, at the oldest change that is kept")
          @QueryParam("cursor")
          @Nullable String cursor,
      @Parameter(description = "Only changes of these types; may be given several times")
          @QueryParam("type")
          @Size(max = 20, message = "At most 20 types.")
          List<@Size(max = 64) String> types,
      @Context Sse sse,
      @Context HttpServerResponse response) {
    String from = lastEventId == null || lastEventId.isEmpty() ? cursor : lastEventId;
    FeedPlace place = following.begin(caller.tenant(), from, types);
    Runnable end = held.untilItEnds();
    ChangeStream stream = new ChangeStream(following, signals, place, config.heartbeat());
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader("X-Accel-Buffering", "no");
    return Uni.createFrom()
        .item(stream::next)
        .runSubscriptionOn(THREADS)
        .repeat()
        .whilst(message -> !message.last())
        .map(message -> events.event(sse, message))
        .select()
        .first(untilTheTokenExpires())
        .onTermination()
        .invoke(
            () -> {
              stream.close();
              end.run();
            });
  }

  private Duration untilTheTokenExpires() {
    Duration left =
        Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
    return left.isPositive() ? left : Duration.ofMillis(1);
  }
}

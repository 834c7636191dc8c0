package health.backstep.plan.change.edge;

import health.backstep.backbone.load.HeldCalls;
import health.backstep.backbone.rest.Caller;
import health.backstep.backbone.rest.PageRequest;
import health.backstep.backbone.rest.Waiting;
import health.backstep.plan.change.Change;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What happened to the caller's patients, oldest first. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
public class ChangeResource {

  /**
   * A piece of the feed.
   *
   * @param nextCursor where to go on, also when there is nothing new: keep it and come back
   */
  public record ChangePage(List<ChangeView> items, String nextCursor) {}

  private final Caller caller;
  private final FollowingChanges following;
  private final ChangeSignals signals;
  private final HeldCalls held;

  ChangeResource(Caller caller, FollowingChanges following, ChangeSignals signals, HeldCalls held) {
    this.caller = caller;
    this.following = following;
    this.signals = signals;
    this.held = held;
  }

  /** The changes after a cursor; with {@code wait} the answer is held until there is one. */
  @GET
  @RolesAllowed("changes:read")
  @RunOnVirtualThread
  @Operation(
      operationId = "listChanges",
      summary = "Lists changes of all your patients, oldest first",
      description =
          "Begins at the oldest change that is kept; cursor=latest begins now. The id of a streamed"
              + " event is a cursor, too.")
  @APIResponse(responseCode = "200", description = "Changes, and the cursor to go on from")
  @APIResponse(
      responseCode = "400",
      description = "CURSOR_UNKNOWN, LIMIT_OUT_OF_RANGE, WAIT_MALFORMED, INVALID_REQUEST")
  @APIResponse(responseCode = "410", description = "CURSOR_EXPIRED: changes after it are gone")
  @APIResponse(responseCode = "422", description = "INVALID_REQUEST")
  public ChangePage changes(
      @BeanParam PageRequest page,
      @Parameter(description = "Only changes of these types; may be given several times")
          @QueryParam("type")
          @Size(max = 20, message = "At most 20 types.")
          List<@Size(max = 64) String> types,
      @Parameter(description = "How long to wait for a change, ISO-8601, 30 seconds at most")
          @QueryParam("wait")
          @DefaultValue("PT0S")
          String wait) {
    int most = page.limit();
    Duration atMost = Waiting.parse(wait);
    FeedPlace place = following.begin(caller.tenant(), page.cursor(), types);
    FeedPlace.Found<Change> found =
        atMost.isZero() ? now(place, most) : held.whileWaiting(() -> soon(place, most, atMost));
    return new ChangePage(
        found.items().stream().map(ChangeView::of).toList(), found.next().cursor());
  }

  private FeedPlace.Found<Change> soon(FeedPlace place, int most, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    try (Follower follower = new Follower(signals, place.tenant())) {
      FeedPlace.Found<Change> found = now(place, most);
      while (found.items().isEmpty()
          && follower.await(Duration.ofNanos(deadline - System.nanoTime()))) {
        found = now(found.next(), most);
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return now(place, most);
    }
  }

  private FeedPlace.Found<Change> now(FeedPlace place, int most) {
    return following.next(place, most).orElseThrow(ChangeCursor::expired);
  }
}

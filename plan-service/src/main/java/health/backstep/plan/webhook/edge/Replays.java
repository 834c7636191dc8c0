package health.backstep.plan.webhook.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.change.edge.ChangeFeed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The replays that partners ask for. */
@ApplicationScoped
class Replays {

  private final ChangeFeed feed;
  private final ProgressRows progress;
  private final ReplayRows replays;
  private final WebhookConfig config;
  private final Clock clock;
  private final Sql sql;

  Replays(
      ChangeFeed feed,
      ProgressRows progress,
      ReplayRows replays,
      WebhookConfig config,
      Clock clock,
      Sql sql) {
    this.feed = feed;
    this.progress = progress;
    this.replays = replays;
    this.config = config;
    this.clock = clock;
    this.sql = sql;
  }

  /**
   * A stretch of changes again; it is worked on from now on. The lock lets nobody count beside it.
   *
   * @throws ProblemException 409 when too many are not done
   */
  ReplayView begin(UUID endpointId, ReplayRequest request) {
    progress.lock(endpointId);
    if (replays.open(endpointId) >= config.mostReplays()) {
      throw new ProblemException(
          409,
          "TOO_MANY_REPLAYS",
          "A webhook has at most %d replays at once; wait until one is done."
              .formatted(config.mostReplays()),
          List.of());
    }
    ChangeStretch stretch = request.stretch(sql, feed.extent(TenantTransaction.current().name()));
    return require(
        endpointId,
        replays.add(endpointId, stretch, request.wantsOnlyUndelivered(), clock.instant()));
  }

  /**
   * A replay as it stands.
   *
   * @throws ProblemException 404 when there is none
   */
  ReplayView require(UUID endpointId, UUID replayId) {
    return replays
        .view(endpointId, replayId)
        .orElseThrow(
            () -> ProblemException.notFound("REPLAY_NOT_FOUND", "There is no such replay."));
  }
}

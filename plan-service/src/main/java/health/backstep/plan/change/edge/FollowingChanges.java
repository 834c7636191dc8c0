package health.backstep.plan.change.edge;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.change.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a feed piece by piece, each in a short transaction of its own. */
@ApplicationScoped
class FollowingChanges {

  private final TenantTransaction transaction;
  private final ChangeFeed feed;

  FollowingChanges(TenantTransaction transaction, ChangeFeed feed) {
    this.transaction = transaction;
    this.feed = feed;
  }

  /** See {@link FeedPlace#asked}. */
  FeedPlace begin(Tenant tenant, @Nullable String cursor, List<String> types) {
    return transaction.call(tenant, () -> FeedPlace.asked(feed, tenant.name(), cursor, types));
  }

  /**
   * The next changes.
   *
   * @return nothing when changes after the place are no longer kept
   */
  Optional<FeedPlace.Found<Change>> next(FeedPlace place, int limit) {
    return transaction.call(new Tenant(place.tenant()), () -> found(place, limit));
  }

  private Optional<FeedPlace.Found<Change>> found(FeedPlace place, int limit) {
    ChangeFeed.Piece piece = feed.piece(place.tenant(), place.after(), limit, place.types());
    if (place.after() < piece.extent().removed()) {
      return Optional.empty();
    }
    List<Change> changes = piece.changes();
    long next = changes.size() == limit ? changes.getLast().number() : piece.extent().last();
    return Optional.of(new FeedPlace.Found<>(changes, place.at(next)));
  }
}

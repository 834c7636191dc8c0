package health.backstep.plan.webhook.edge;

import health.backstep.backbone.failure.Failures;
import health.backstep.plan.webhook.Attempt;
import health.backstep.plan.webhook.edge.WorkOverview.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * The attempts that one instance makes. It remembers nothing that counts: another instance, or this
 * one after a restart, goes on from the database alone. An endpoint that is slow keeps its own few
 * attempts waiting and nobody else's.
 */
final class Deliveries {

  private static final Logger LOG = Logger.getLogger(Deliveries.class);

  private final WorkOverview overview;
  private final Claims claims;
  private final ClaimEnds ends;
  private final Attempting attempting;
  private final DeliveryMetrics metrics;
  private final ExecutorService threads;
  private final Places places;
  private final Clock clock;
  private final Runnable wake;

  /** Endpoints that have all under way that they may have; asked again when one of it ends. */
  private final Set<Place> full = ConcurrentHashMap.newKeySet();

  /**
   * @param places for attempts under way
   * @param wake called when an attempt has ended, as there may be place for another one
   */
  Deliveries(
      WorkOverview overview,
      Claims claims,
      ClaimEnds ends,
      Attempting attempting,
      DeliveryMetrics metrics,
      ExecutorService threads,
      Places places,
      Clock clock,
      Runnable wake) {
    this.overview = overview;
    this.claims = claims;
    this.ends = ends;
    this.attempting = attempting;
    this.metrics = metrics;
    this.threads = threads;
    this.places = places;
    this.clock = clock;
    this.wake = wake;
  }

  /**
   * Begins the attempts that are due, as many as there is place for.
   *
   * @return their ends
   */
  List<Future<?>> begin(Connection connection) throws SQLException {
    List<Future<?>> begun = new ArrayList<>();
    for (Place place : overview.due(connection, clock.instant())) {
      int free = places.free(place.tenant());
      if (free > 0 && !full.contains(place)) {
        begun.addAll(begin(place, free));
      }
    }
    return begun;
  }

  /** Asks all endpoints again. */
  void forgetFull() {
    full.clear();
  }

  /** What one endpoint's work fails of must not keep the others from theirs. */
  private List<Future<?>> begin(Place place, int most) {
    List<Future<?>> begun = new ArrayList<>();
    try {
      List<Claim> claimed = claims.claim(place.tenant(), place.endpointId(), most, clock.instant());
      if (claimed.isEmpty()) {
        full.add(place);
      }
      for (Claim claim : claimed) {
        places.take(place.tenant());
        begun.add(threads.submit(() -> deliver(place, claim)));
      }
    } catch (RuntimeException e) {
      LOG.warnf("A webhook's deliveries are tried again after %s", Failures.name(e));
    }
    return begun;
  }

  private void deliver(Place place, Claim claim) {
    try {
      deliver(claim);
    } catch (RuntimeException e) {
      LOG.warnf("An attempt is made again when its lease is over, after %s", Failures.name(e));
    } finally {
      places.giveBack(place.tenant());
      full.remove(place);
      wake.run();
    }
  }

  /** An attempt that is cut short because the instance ends says nothing: its lease runs out. */
  private void deliver(Claim claim) {
    Instant began = clock.instant();
    long start = System.nanoTime();
    Optional<Attempt> attempt = attempting.attempt(claim);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    if (attempt.isPresent()) {
      metrics.attempted(attempt.get().outcome(), took);
      ends.end(claim, attempt.get(), began, took);
    } else {
      metrics.putBack();
      ends.putBack(claim, began.plus(took));
    }
  }
}

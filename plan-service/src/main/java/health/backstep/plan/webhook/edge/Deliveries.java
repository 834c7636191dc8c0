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
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * What one instance does for deliveries. It remembers nothing that counts: another instance, or
 * this one after a restart, goes on from the database alone. An endpoint that is slow keeps its own
 * few attempts waiting and nobody else's.
 */
final class Deliveries {

  private static final Logger LOG = Logger.getLogger(Deliveries.class);

  /** Outcomes written at once, so that requests find connections free. */
  private static final int WRITERS = 4;

  private final WorkOverview overview;
  private final FanOut fanOut;
  private final Replays replays;
  private final Claims claims;
  private final Attempting attempting;
  private final DeliveryMetrics metrics;
  private final ExecutorService threads;
  private final Clock clock;
  private final Runnable wake;
  private final Semaphore places;
  private final Semaphore writers = new Semaphore(WRITERS);

  /** Endpoints that have all under way that they may have; asked again when one of it ends. */
  private final Set<Place> full = ConcurrentHashMap.newKeySet();

  /**
   * @param overall attempts under way at once
   * @param wake called when an attempt has ended, as there may be place for another one
   */
  Deliveries(
      WorkOverview overview,
      FanOut fanOut,
      Replays replays,
      Claims claims,
      Attempting attempting,
      DeliveryMetrics metrics,
      ExecutorService threads,
      Clock clock,
      int overall,
      Runnable wake) {
    this.overview = overview;
    this.fanOut = fanOut;
    this.replays = replays;
    this.claims = claims;
    this.attempting = attempting;
    this.metrics = metrics;
    this.threads = threads;
    this.clock = clock;
    this.places = new Semaphore(overall);
    this.wake = wake;
  }

  /** Makes deliveries of what has changed, first of these tenants' changes. */
  void fanOut(Connection connection, Collection<String> changed) throws SQLException {
    overview.listening(connection, List.copyOf(changed)).forEach(fanOut::number);
    for (Place place : overview.behind(connection)) {
      forPlace(() -> fanOut(place));
    }
  }

  /**
   * Begins the attempts that are due, as many as there is place for.
   *
   * @return their ends
   */
  List<Future<?>> begin(Connection connection) throws SQLException {
    List<Future<?>> begun = new ArrayList<>();
    for (Place place : overview.due(connection, clock.instant())) {
      int free = places.availablePermits();
      if (free > 0 && !full.contains(place)) {
        forPlace(() -> begun.addAll(begin(place, free)));
      }
    }
    return begun;
  }

  /** Asks all endpoints again. */
  void forgetFull() {
    full.clear();
  }

  /** One step of each, so that a long way to go keeps no other endpoint waiting. */
  private void fanOut(Place place) {
    boolean more = fanOut.step(place.tenant(), place.endpointId(), clock.instant());
    if (replays.step(place.tenant(), place.endpointId(), clock.instant()) || more) {
      wake.run();
    }
  }

  private List<Future<?>> begin(Place place, int most) {
    List<Claim> claimed = claims.claim(place.tenant(), place.endpointId(), most, clock.instant());
    if (claimed.isEmpty()) {
      full.add(place);
    }
    List<Future<?>> begun = new ArrayList<>();
    for (Claim claim : claimed) {
      places.acquireUninterruptibly();
      begun.add(threads.submit(() -> deliver(place, claim)));
    }
    return begun;
  }

  /** An attempt that is cut short because the instance ends says nothing: its lease runs out. */
  private void deliver(Place place, Claim claim) {
    try {
      Instant began = clock.instant();
      long start = System.nanoTime();
      Attempt attempt = attempting.attempt(claim);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      metrics.attempted(attempt.outcome(), took);
      write(claim, attempt, began, took);
    } catch (RuntimeException e) {
      LOG.warnf("An attempt is made again when its lease is over, after %s", Failures.name(e));
    } finally {
      places.release();
      full.remove(place);
      wake.run();
    }
  }

  private void write(Claim claim, Attempt attempt, Instant began, Duration took) {
    writers.acquireUninterruptibly();
    try {
      claims.end(claim, attempt, began, took, ThreadLocalRandom.current().nextDouble());
    } finally {
      writers.release();
    }
  }

  /** What one endpoint's work fails of must not keep the others from theirs. */
  private static void forPlace(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warnf("A webhook's work is tried again after %s", Failures.name(e));
    }
  }
}

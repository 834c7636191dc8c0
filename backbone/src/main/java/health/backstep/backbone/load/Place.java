package health.backstep.backbone.load;

import health.backstep.backbone.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One call's place among those at work. It is free again when the answer is out. A caller who hangs
 * up does not free it: the work that he left behind goes on, and he could make more of it without
 * end.
 */
final class Place {

  private static final String KEY = Place.class.getName();

  /** Longer than any work; only for a call whose end the framework did not tell. */
  private static final Duration LONGEST_WORK = Duration.ofMinutes(1);

  private final Semaphore places;
  private boolean taken = true;
  private boolean atWork;

  private Place(Semaphore places) {
    this.places = places;
  }

  /** A place for the call, if one is free. Calls that come back from waiting have precedence. */
  static Optional<Place> take(Semaphore places, RoutingContext call) {
    if (!acquired(places, Duration.ZERO)) {
      return Optional.empty();
    }
    Place place = new Place(places);
    call.put(KEY, place);
    call.addEndHandler(
        end -> {
          if (end.succeeded() || !place.isAtWork()) {
            place.free();
          } else {
            call.vertx().setTimer(LONGEST_WORK.toMillis(), id -> place.free());
          }
        });
    return Optional.of(place);
  }

  /** The place of a call that has one. */
  static Optional<Place> of(RoutingContext call) {
    return Optional.ofNullable(call.get(KEY));
  }

  /** A resource has taken the call up and will say when it is through. */
  synchronized void work() {
    atWork = true;
  }

  synchronized void free() {
    if (taken) {
      taken = false;
      places.release();
    }
  }

  /**
   * Takes a place again after {@link #free}.
   *
   * @throws ProblemException 503 when none was free in time
   */
  void takeAgain(Duration atMost) {
    if (!acquired(places, atMost)) {
      throw new ProblemException(503, Overload.CODE, Overload.DETAIL, List.of());
    }
    synchronized (this) {
      taken = true;
    }
  }

  private synchronized boolean isAtWork() {
    return atWork;
  }

  /** With a limit of time, even of none, a fair semaphore serves those first who came first. */
  private static boolean acquired(Semaphore places, Duration atMost) {
    try {
      return places.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

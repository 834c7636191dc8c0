package health.backstep.plan.change.edge;

import health.backstep.backbone.failure.Failures;
import health.backstep.plan.change.Change;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One reader's stream of changes. The next message is made only when the one before has been
 * written, so that a slow reader costs one page of memory and no more. One thread uses it at a
 * time.
 */
final class ChangeStream implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(ChangeStream.class);
  private static final int PAGE = 100;

  /**
   * What is sent next.
   *
   * @param cursor where to go on after it
   * @param change nothing in a sign of life
   * @param last nothing follows it
   */
  record Message(String cursor, @Nullable Change change, boolean last) {}

  private final FollowingChanges following;
  private final Follower follower;
  private final Duration heartbeat;
  private final Queue<Change> page = new ArrayDeque<>();
  private FeedPlace place;
  private boolean begun;
  private volatile boolean closed;

  ChangeStream(
      FollowingChanges following, ChangeSignals signals, FeedPlace place, Duration heartbeat) {
    this.following = following;
    this.follower = new Follower(signals, place.tenant());
    this.place = place;
    this.heartbeat = heartbeat;
  }

  /** The next change as soon as there is one, or a sign of life. */
  Message next() {
    try {
      if (!begun) {
        begun = true;
        return signOfLife();
      }
      return page.isEmpty() ? awaited() : told();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return end();
    } catch (RuntimeException e) {
      LOG.warnf("A stream of changes ends, its reader can go on: %s", Failures.name(e));
      return end();
    }
  }

  private Message awaited() throws InterruptedException {
    do {
      Optional<FeedPlace.Found<Change>> found = following.next(place, PAGE);
      if (found.isEmpty()) {
        return end();
      }
      page.addAll(found.get().items());
      if (page.isEmpty()) {
        place = found.get().next();
      } else {
        return told();
      }
    } while (follower.await(heartbeat) && !closed);
    return closed ? end() : signOfLife();
  }

  private Message told() {
    Change change = page.remove();
    place = place.at(change.number());
    return new Message(place.cursor(), change, false);
  }

  private Message signOfLife() {
    return new Message(place.cursor(), null, false);
  }

  private Message end() {
    return new Message(place.cursor(), null, true);
  }

  /** Nobody reads any more. */
  @Override
  public void close() {
    closed = true;
    follower.close();
    follower.wake();
  }
}

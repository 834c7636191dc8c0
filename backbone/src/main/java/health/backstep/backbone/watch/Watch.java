package health.backstep.backbone.watch;

import health.backstep.backbone.failure.Failures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * Looks at all tenants again and again, on a thread and a connection of its own. What fails is
 * tried again at the next look, with a new connection.
 */
public final class Watch {

  /** One look; what it is about is looked up anew each time. */
  @FunctionalInterface
  public interface Look {
    void over(Connection connection) throws SQLException;
  }

  private static final Logger LOG = Logger.getLogger(Watch.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
  private static final long FOR_LONG = Duration.ofSeconds(10).toNanos();
  private static final long TELL_EVERY = Duration.ofMinutes(1).toNanos();

  private final String name;
  private final AllTenants tenants;
  private final Duration every;
  private final Look look;
  private final Thread thread;
  private long lastLook = System.nanoTime();
  private long lastTold = lastLook - TELL_EVERY;

  /**
   * A watch that has not begun.
   *
   * @param name of its thread and its connection
   * @param every the pause between two looks
   */
  public Watch(String name, AllTenants tenants, Duration every, Look look) {
    this.name = name;
    this.tenants = tenants;
    this.every = every;
    this.look = look;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::watchUntilStopped);
  }

  /** Begins, once. */
  public void start() {
    thread.start();
  }

  /** Ends, and waits a little for a look that is under way. */
  public void stop() throws InterruptedException {
    thread.interrupt();
    thread.join(STOP_WITHIN);
  }

  /** A short outage heals by itself; one that lasts is told of, once a minute. */
  private boolean isFailingForLong() {
    long now = System.nanoTime();
    boolean told = now - lastLook > FOR_LONG && now - lastTold > TELL_EVERY;
    lastTold = told ? now : lastTold;
    return told;
  }

  private void watchUntilStopped() {
    try {
      while (true) {
        watchWhileConnected();
        Thread.sleep(every);
      }
    } catch (InterruptedException e) {
      LOG.debugf("%s stops", name);
    }
  }

  private void watchWhileConnected() throws InterruptedException {
    try (Connection connection = tenants.connect(name)) {
      while (true) {
        look.over(connection);
        lastLook = System.nanoTime();
        Thread.sleep(every);
      }
    } catch (SQLException e) {
      LOG.logf(
          isFailingForLong() ? Level.WARN : Level.DEBUG,
          "%s looks again after SQLSTATE %s",
          name,
          e.getSQLState());
    } catch (RuntimeException e) {
      LOG.warnf("%s looks again after %s", name, Failures.name(e));
    }
  }
}

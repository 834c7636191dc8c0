package health.backstep.plan.webhook.edge;

import health.backstep.backbone.failure.Failures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * One round after the other: what has changed becomes deliveries, what is due is begun. Whatever
 * fails, there is a next round.
 */
final class Rounds {

  private static final Logger LOG = Logger.getLogger(Rounds.class);

  private final WorkOverview overview;
  private final NewDeliveries added;
  private final Deliveries deliveries;
  private final DeliveryMetrics metrics;
  private final Wakes wakes;
  private final Duration poll;
  private final BooleanSupplier running;
  private final Clock clock;

  /**
   * @param poll how long a round waits to be woken
   * @param running asked beside the thread's interruption, which whatever waits may swallow
   */
  Rounds(
      WorkOverview overview,
      NewDeliveries added,
      Deliveries deliveries,
      DeliveryMetrics metrics,
      Wakes wakes,
      Duration poll,
      BooleanSupplier running,
      Clock clock) {
    this.overview = overview;
    this.added = added;
    this.deliveries = deliveries;
    this.metrics = metrics;
    this.wakes = wakes;
    this.poll = poll;
    this.running = running;
    this.clock = clock;
  }

  void untilStopped() {
    try {
      while (running.getAsBoolean()) {
        whileConnected();
        Thread.sleep(poll);
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopping");
    }
  }

  private void whileConnected() throws InterruptedException {
    try (Connection connection = overview.connect()) {
      Set<String> changed = new HashSet<>();
      long looked = System.nanoTime() - poll.toNanos();
      while (running.getAsBoolean()) {
        if (System.nanoTime() - looked >= poll.toNanos()) {
          looked = System.nanoTime();
          deliveries.forgetFull();
          metrics.waiting(overview.waiting(connection, clock.instant()));
        }
        if (added.step(connection, changed, clock.instant())) {
          wakes.more();
        }
        deliveries.begin(connection);
        changed = wakes.await(poll);
      }
    } catch (SQLException e) {
      LOG.warnf("Webhooks wait for the database: SQLSTATE %s", e.getSQLState());
    } catch (RuntimeException e) {
      LOG.warnf("Webhooks are looked at again after %s", Failures.name(e));
    }
  }
}

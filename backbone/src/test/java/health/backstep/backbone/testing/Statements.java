package health.backstep.backbone.testing;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Counts what some threads of the service send to the database, as the driver tells it: those that
 * answer calls, or the one that takes events in.
 */
public final class Statements implements AutoCloseable {

  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

  private final List<String> threads;
  private final AtomicInteger executed = new AtomicInteger();
  private final AtomicInteger roundTrips = new AtomicInteger();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord told) {
          if (threads.stream().anyMatch(Thread.currentThread().getName()::startsWith)) {
            count(Objects.toString(told.getMessage(), ""));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private Statements(String... threads) {
    this.threads = List.of(threads);
    listener.setLevel(Level.ALL);
    DRIVER.setUseParentHandlers(false);
    DRIVER.setLevel(Level.ALL);
    DRIVER.addHandler(listener);
  }

  public static Statements ofCalls() {
    return new Statements("executor-thread", "quarkus-virtual-thread");
  }

  public static Statements ofEvents() {
    return new Statements("event-consumer");
  }

  public int executed() {
    return executed.get();
  }

  public int roundTrips() {
    return roundTrips.get();
  }

  @Override
  public void close() {
    DRIVER.removeHandler(listener);
    DRIVER.setLevel(null);
    DRIVER.setUseParentHandlers(true);
  }

  private void count(String message) {
    if (message.contains("FE=> Execute(") || message.contains("FE=> SimpleQuery(")) {
      executed.incrementAndGet();
    } else if (message.contains("FE=> Sync")) {
      roundTrips.incrementAndGet();
    }
  }
}

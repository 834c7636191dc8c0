package health.backstep.session.edge;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Counts what the threads that answer calls send to the database, as the driver tells it. What runs
 * beside them, such as the consumer and the relay, has threads of its own.
 */
final class Statements implements AutoCloseable {

  private static final Logger DRIVER =
      Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
  private static final String CALLS = "executor-thread";

  private final AtomicInteger executed = new AtomicInteger();
  private final AtomicInteger roundTrips = new AtomicInteger();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord told) {
          if (Thread.currentThread().getName().startsWith(CALLS)) {
            count(Objects.toString(told.getMessage(), ""));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  Statements() {
    listener.setLevel(Level.ALL);
    DRIVER.setUseParentHandlers(false);
    DRIVER.setLevel(Level.ALL);
    DRIVER.addHandler(listener);
  }

  int executed() {
    return executed.get();
  }

  int roundTrips() {
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

package health.backstep.stack.process;

import java.time.Duration;

/**
 * The kinds of processes in the order in which they are stopped: what uses another goes first.
 * PostgreSQL is sent INT, its fast shutdown: connections are cut, the data is left clean.
 */
public enum Part {
  SERVICE(Signal.TERM, Duration.ofSeconds(20)),
  BROKER(Signal.TERM, Duration.ofSeconds(30)),
  DATABASE(Signal.INT, Duration.ofSeconds(30));

  private final Signal stop;
  private final Duration limit;

  Part(Signal stop, Duration limit) {
    this.stop = stop;
    this.limit = limit;
  }

  public Signal stop() {
    return stop;
  }

  /** How long it may take to stop before it is killed. */
  public Duration limit() {
    return limit;
  }
}

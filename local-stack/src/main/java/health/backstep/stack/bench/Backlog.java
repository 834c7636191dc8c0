package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.PLAN;

import health.backstep.stack.LocalStack;
import java.time.Duration;

/**
 * What one plan-service makes of the sessions that were posted while it was stopped. Its clock runs
 * from the first of them that it took in to the last, as its database noted.
 */
record Backlog(LocalStack stack, Platform platform, BatchLoad batches, CaughtUp caughtUp) {

  private static final String NOW =
      "select (extract(epoch from clock_timestamp()) * 1000000)::bigint";
  private static final String SINCE =
      " from inbox_event where source = '/session-service'"
          + " and taken_at >= to_timestamp(%d / 1000000.0)";
  private static final String TAKEN_IN = "select count(*)" + SINCE;
  private static final String MICROS =
      "select coalesce(extract(epoch from max(taken_at) - min(taken_at)) * 1000000, 0)::bigint"
          + SINCE;

  /**
   * Lets sessions come, in batches because more of them come so, while plan-service is stopped, and
   * starts it.
   *
   * @param commits floor D, measured just before
   */
  BacklogRound run(double commits, Duration length) {
    caughtUp.await();
    stack.stop(PLAN);
    batches.rowsPerSecond(length);
    caughtUp.awaitSent();
    long stopped = platform.count(PLAN, NOW);
    stack.start(PLAN);
    caughtUp.await();
    long events = platform.count(PLAN, TAKEN_IN.formatted(stopped));
    long micros = platform.count(PLAN, MICROS.formatted(stopped));
    if (micros == 0) {
      throw new IllegalStateException("the backlog was too short to be measured");
    }
    return new BacklogRound(commits, events, events * 1e6 / micros);
  }
}

package health.backstep.stack.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** What this machine does at best: the least that a write and its way to the reader must cost. */
final class Floors implements AutoCloseable {

  /** As many as the pool of a service. */
  static final int CONNECTIONS = 16;

  private static final Duration BETWEEN_PROBES = Duration.ofMillis(25);

  /**
   * Something that was done, and the floor meanwhile.
   *
   * @param floor times of F
   */
  record Beside<T>(T result, Latencies floor) {}

  /** Something that is done again and again. */
  private interface Act {
    void once() throws SQLException;
  }

  private final FloorTable table;
  private final KafkaLoop kafka;
  private final Optional<Pgbench> pgbench = Pgbench.find();

  Floors(FloorTable table, KafkaLoop kafka) {
    this.table = table;
    this.kafka = kafka;
  }

  /** What makes the one-statement commits: pgbench where there is one, else this JVM. */
  String committer() {
    return pgbench.isPresent() ? "pgbench" : "JDBC";
  }

  /** One-statement commits per second, over all connections. */
  double commitsPerSecond(Duration length) {
    return pgbench
        .map(program -> table.commitsPerSecond(program, CONNECTIONS, length))
        .orElseGet(
            () -> ClosedLoop.perSecond(CONNECTIONS, length, (_, deadline) -> commits(deadline)));
  }

  /** Produce and consume. */
  Latencies kafkaRoundTrips(Duration length) throws SQLException {
    return repeat(length, () -> kafka.roundTrip(table.payload()));
  }

  /**
   * What the work came to, and beside it floor F while it was done: the time of a commit, a round
   * trip through Kafka and another commit, which is the least that an event costs that changes
   * another database. Tried so seldom that it is no load of its own.
   */
  <T> Beside<T> commitKafkaCommitsBeside(Callable<T> work) throws Exception {
    AtomicBoolean isDone = new AtomicBoolean();
    try (ExecutorService prober = Executors.newSingleThreadExecutor()) {
      Future<Latencies> floor = prober.submit(() -> commitKafkaCommitsUntil(isDone));
      T result;
      try {
        result = work.call();
      } finally {
        isDone.set(true);
      }
      return new Beside<>(result, floor.get());
    }
  }

  @Override
  public void close() {
    kafka.close();
  }

  private long commits(long deadline) throws SQLException {
    long commits = 0;
    try (Connection connection = table.connect();
        PreparedStatement insert = table.insert(connection)) {
      while (System.nanoTime() < deadline) {
        insert.executeUpdate();
        commits++;
      }
    }
    return commits;
  }

  private Latencies commitKafkaCommitsUntil(AtomicBoolean isDone)
      throws SQLException, InterruptedException {
    try (Connection connection = table.connect();
        PreparedStatement insert = table.insert(connection)) {
      List<Long> times = new ArrayList<>();
      do {
        long begun = System.nanoTime();
        insert.executeUpdate();
        kafka.roundTrip(table.payload());
        insert.executeUpdate();
        times.add(System.nanoTime() - begun);
        Thread.sleep(BETWEEN_PROBES);
      } while (!isDone.get());
      return Latencies.of(times);
    }
  }

  private static Latencies repeat(Duration length, Act act) throws SQLException {
    List<Long> times = new ArrayList<>();
    long deadline = System.nanoTime() + length.toNanos();
    for (long begun = System.nanoTime(); begun < deadline; begun = System.nanoTime()) {
      act.once();
      times.add(System.nanoTime() - begun);
    }
    return Latencies.of(times);
  }
}

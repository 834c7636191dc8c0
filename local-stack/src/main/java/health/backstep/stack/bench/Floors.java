package health.backstep.stack.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this machine does at best: the least that a write and its way to the reader must cost. */
final class Floors implements AutoCloseable {

  /** As many as the pool of a service. */
  static final int CONNECTIONS = 16;

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

  /** Commit, produce and consume, commit: what an event costs that changes another database. */
  Latencies commitKafkaCommits(Duration length) throws SQLException {
    try (Connection connection = table.connect();
        PreparedStatement insert = table.insert(connection)) {
      return repeat(
          length,
          () -> {
            insert.executeUpdate();
            kafka.roundTrip(table.payload());
            insert.executeUpdate();
          });
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

  private static Latencies repeat(Duration length, Act act) throws SQLException {
    List<Long> times = new ArrayList<>();
    long deadline = System.nanoTime() + length.toNanos();
    for (long begun = System.nanoTime(); begun < deadline; begun = System.nanoTime()) {
      act.once();
      times.add(System.nanoTime() - begun);
    }
    return new Latencies(times.stream().mapToLong(Long::longValue).toArray());
  }
}

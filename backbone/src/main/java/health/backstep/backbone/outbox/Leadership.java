package health.backstep.backbone.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The relay's own session in the database, with a role that can do nothing else. It holds the lock
 * that makes this relay the active one; the lock is gone when the session is. The database ends a
 * session that has been silent for some seconds, so that a frozen process does not lead for ever;
 * one that is awake speaks once a second.
 *
 * <p>A process that was frozen finds its session ended before it sends another row. What lay in its
 * producer's buffer may still go out, after its successor has begun. That does no harm: of each
 * lane at most one row is under way, and every row before it was acknowledged. So whoever sends it,
 * the first time that a row appears on the topic is always after the first time of each row before
 * it; all that comes out of line is a repetition, which consumers drop by its sequence. On the
 * compacted topic of states such a repetition may stay as the last record of its key until the next
 * change: its readers keep the highest sequence that they have seen, see the contract.
 */
final class Leadership implements AutoCloseable {

  private static final long RELAY_LOCK = 0x6261636b73746570L;
  private static final long SPEAK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int CONNECT_SECONDS = 5;

  /** Above any statement of the relay; a database that is frozen must not freeze the relay. */
  private static final int ANSWER_SECONDS = 10;

  private final Connection connection;
  private long spokeAt = System.nanoTime();

  private Leadership(Connection connection) {
    this.connection = connection;
  }

  static Leadership seek(RelayConfig config) throws SQLException {
    return new Leadership(connect(config, "outbox-relay", config.silentLeaderAfter()));
  }

  /**
   * A connection of the relay's role.
   *
   * @param silentFor when the database ends it if it says nothing, whether idle or with a result
   *     that nobody takes
   */
  static Connection connect(RelayConfig config, String name, Duration silentFor)
      throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(config.databaseUrl());
    source.setUser(config.username());
    source.setPassword(config.password());
    source.setApplicationName(name);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setTcpKeepAlive(true);
    source.setLogServerErrorDetail(false);
    source.setOptions(
        "-c idle_session_timeout=%1$d -c idle_in_transaction_session_timeout=%1$d -c tcp_user_timeout=%1$d"
            .formatted(silentFor.toMillis()));
    return source.getConnection();
  }

  /** Whether this relay is the active one now. */
  boolean tryTake() throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      lock.setLong(1, RELAY_LOCK);
      try (ResultSet result = lock.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  /**
   * To be called before each send and all the while that an acknowledgement is waited for.
   *
   * @throws SQLException when the session is over: another relay may be active, stop sending
   */
  void hold() throws SQLException {
    if (System.nanoTime() - spokeAt >= SPEAK_EVERY_NANOS) {
      try (PreparedStatement word = connection.prepareStatement("select 1")) {
        word.execute();
      }
      spokeAt = System.nanoTime();
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

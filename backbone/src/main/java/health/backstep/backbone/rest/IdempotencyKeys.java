package health.backstep.backbone.rest;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.outbox.Presence;
import health.backstep.backbone.outbox.RetentionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Answers by key, in the transaction of the write. A racing request with the same key waits for the
 * first. A key is free again when its time is over, whether or not its row was removed by then.
 */
@ApplicationScoped
public class IdempotencyKeys {

  /**
   * A key as one client uses it.
   *
   * @param fingerprint of the request, to tell a repetition from another request with the same key
   */
  record Use(String tenant, String client, String key, byte[] fingerprint) {}

  record Stored(boolean sameRequest, WrittenAnswer answer) {}

  private static final Duration EVER = Duration.ofDays(36_500);

  private final DataSource dataSource;
  private final RetentionConfig retention;
  private final Presence presence;

  IdempotencyKeys(DataSource dataSource, RetentionConfig retention, Presence presence) {
    this.dataSource = dataSource;
    this.retention = retention;
    this.presence = presence;
  }

  /** The answer that was given to this key before; empty when the key is new and now taken. */
  Optional<Stored> takeOrFind(Use use) {
    try (Connection connection = dataSource.getConnection()) {
      return take(connection, use) ? Optional.empty() : find(connection, use, EVER);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /** The answer that was given to this key before, without taking a new one. */
  Optional<Stored> find(Use use) {
    try (Connection connection = dataSource.getConnection()) {
      return find(connection, use, lifetime());
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  void store(Use use, WrittenAnswer answer) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                update idempotency set status = ?, body = ?, location = ?, etag = ?
                where tenant = ? and client = ? and key = ?
                """)) {
      update.setInt(1, answer.status());
      update.setString(2, answer.body());
      update.setString(3, answer.location());
      update.setString(4, answer.etag());
      update.setString(5, use.tenant());
      update.setString(6, use.client());
      update.setString(7, use.key());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /** A client could repeat nothing while the service was away. */
  private Duration lifetime() {
    return presence.span(retention.idempotency());
  }

  private boolean take(Connection connection, Use use) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into idempotency (tenant, client, key, fingerprint) values (?, ?, ?, ?)
            on conflict (tenant, client, key) do update
              set fingerprint = excluded.fingerprint, created_at = excluded.created_at,
                status = null, body = null, location = null, etag = null
              where idempotency.created_at < clock_timestamp() - make_interval(secs => ?)
            """)) {
      insert.setString(1, use.tenant());
      insert.setString(2, use.client());
      insert.setString(3, use.key());
      insert.setBytes(4, use.fingerprint());
      insert.setLong(5, lifetime().toSeconds());
      return insert.executeUpdate() == 1;
    }
  }

  private static Optional<Stored> find(Connection connection, Use use, Duration youngerThan)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select fingerprint, status, body, location, etag from idempotency
            where tenant = ? and client = ? and key = ?
              and created_at >= clock_timestamp() - make_interval(secs => ?)
            """)) {
      query.setString(1, use.tenant());
      query.setString(2, use.client());
      query.setString(3, use.key());
      query.setLong(4, youngerThan.toSeconds());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(stored(use, row)) : Optional.empty();
      }
    }
  }

  private static Stored stored(Use use, ResultSet row) throws SQLException {
    return new Stored(
        Arrays.equals(use.fingerprint(), row.getBytes("fingerprint")),
        new WrittenAnswer(
            row.getInt("status"),
            row.getString("body"),
            row.getString("location"),
            row.getString("etag")));
  }
}

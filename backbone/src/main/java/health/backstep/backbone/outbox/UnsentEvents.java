package health.backstep.backbone.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.event.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The relay's own connection to the outbox, with a role that can do nothing else. It holds the lock
 * that makes this relay the active one: the lock is gone when the connection is.
 */
final class UnsentEvents implements AutoCloseable {

  private static final long RELAY_LOCK = 0x6261636b73746570L;

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  record Row(long position, Instant createdAt, ProducerRecord<String, byte[]> event) {}

  private final Connection connection;
  private final ObjectMapper json;

  private UnsentEvents(Connection connection, ObjectMapper json) {
    this.connection = connection;
    this.json = json;
  }

  static UnsentEvents connect(RelayConfig config, ObjectMapper json) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(config.databaseUrl());
    source.setUser(config.username());
    source.setPassword(config.password());
    source.setApplicationName("outbox-relay");
    source.setTcpKeepAlive(true);
    return new UnsentEvents(source.getConnection(), json);
  }

  boolean lead() throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      lock.setLong(1, RELAY_LOCK);
      try (ResultSet result = lock.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  /** In order of position, which within a patient is the order of the sequence. */
  List<Row> next(int limit) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select position, created_at, topic, record_key, sequence, headers, payload
            from outbox where sent_at is null order by position limit ?
            """)) {
      query.setInt(1, limit);
      List<Row> rows = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          rows.add(row(result));
        }
      }
      return rows;
    }
  }

  void markSent(List<Row> rows) throws SQLException {
    Long[] positions = rows.stream().map(Row::position).toArray(Long[]::new);
    try (PreparedStatement update =
        connection.prepareStatement(
            "update outbox set sent_at = clock_timestamp() where position = any(?) and sent_at is null")) {
      update.setArray(1, connection.createArrayOf("bigint", positions));
      update.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private Row row(ResultSet result) throws SQLException {
    ProducerRecord<String, byte[]> event =
        new ProducerRecord<>(
            result.getString("topic"), result.getString("record_key"), result.getBytes("payload"));
    headers(result.getString("headers"))
        .forEach((name, value) -> event.headers().add(name, utf8(value)));
    long sequence = result.getLong("sequence");
    if (!result.wasNull()) {
      event.headers().add(CloudEventHeaders.SEQUENCE, utf8(Long.toString(sequence)));
    }
    return new Row(
        result.getLong("position"), result.getTimestamp("created_at").toInstant(), event);
  }

  private Map<String, String> headers(String value) {
    try {
      return json.readValue(value, HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an outbox row's headers are not JSON", e);
    }
  }

  private static byte[] utf8(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}

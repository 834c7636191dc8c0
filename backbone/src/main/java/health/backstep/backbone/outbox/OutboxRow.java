package health.backstep.backbone.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.event.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox as the relay reads it.
 *
 * @param position where it stands; within a lane this is the order of the sequence
 * @param headers JSON as stored, read only when the row is sent: what cannot be read stops this row
 *     and no other
 */
record OutboxRow(
    long position,
    Lane lane,
    @Nullable Long sequence,
    String headers,
    byte @Nullable [] payload,
    Instant createdAt) {

  /** The columns that {@link #all} reads. */
  static final String COLUMNS =
      "position, topic, record_key, sequence, headers, payload, created_at";

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  static List<OutboxRow> all(ResultSet found) throws SQLException {
    List<OutboxRow> rows = new ArrayList<>();
    while (found.next()) {
      rows.add(
          new OutboxRow(
              found.getLong("position"),
              new Lane(found.getString("topic"), found.getString("record_key")),
              found.getObject("sequence", Long.class),
              found.getString("headers"),
              found.getBytes("payload"),
              found.getTimestamp("created_at").toInstant()));
    }
    return rows;
  }

  /**
   * The record that goes out.
   *
   * @throws SerializationException when the headers are not an object of texts, each one there
   */
  ProducerRecord<String, byte[]> event(ObjectMapper json) {
    ProducerRecord<String, byte[]> event = new ProducerRecord<>(lane.topic(), lane.key(), payload);
    texts(json).forEach((name, value) -> event.headers().add(name, utf8(value)));
    if (sequence != null) {
      event.headers().add(CloudEventHeaders.SEQUENCE, utf8(Long.toString(sequence)));
    }
    return event;
  }

  private Map<String, String> texts(ObjectMapper json) {
    try {
      Map<String, String> texts = json.readValue(headers, HEADERS);
      if (texts != null && !texts.containsValue(null)) {
        return texts;
      }
    } catch (JsonProcessingException e) {
      throw new SerializationException("the headers cannot be read");
    }
    throw new SerializationException("a header has no value");
  }

  private static byte[] utf8(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}

package health.backstep.backbone.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/**
 * Sends rows so that the next one of a lane goes out only after the one before it was acknowledged:
 * a failed send never lets a later event of the same patient overtake. The first rows of all lanes
 * go out together, then the second ones, and so on.
 */
final class Waves {

  /** Called before each send and about once a second while acknowledgements are waited for. */
  @FunctionalInterface
  interface Heartbeat {

    /**
     * @throws SQLException when this relay may no longer send
     */
    void beat() throws SQLException;
  }

  private static final long BEAT_MILLIS = 1_000;

  private final Producer<String, byte[]> producer;
  private final ObjectMapper json;
  private final Heartbeat heartbeat;

  Waves(Producer<String, byte[]> producer, ObjectMapper json, Heartbeat heartbeat) {
    this.producer = producer;
    this.json = json;
    this.heartbeat = heartbeat;
  }

  /**
   * Sends the rows as far as they go. A row that fails for a reason of its own ends its lane; a
   * failure of Kafka lets the wave end and no other begin.
   *
   * @param rows in order within each lane
   * @throws SQLException when this relay may no longer send; then nothing is known of the rows
   */
  Outcome send(List<OutboxRow> rows) throws SQLException, InterruptedException {
    Map<Lane, Queue<OutboxRow>> lanes = new LinkedHashMap<>();
    rows.forEach(row -> lanes.computeIfAbsent(row.lane(), _ -> new ArrayDeque<>()).add(row));
    Outcome outcome = new Outcome();
    while (!lanes.isEmpty() && outcome.kafka().isEmpty()) {
      sendOne(lanes.values().stream().map(Queue::remove).toList(), outcome);
      lanes.values().removeIf(Queue::isEmpty);
      lanes.keySet().removeAll(outcome.refusedLanes());
    }
    return outcome;
  }

  private void sendOne(Collection<OutboxRow> wave, Outcome outcome)
      throws SQLException, InterruptedException {
    Map<OutboxRow, Future<?>> sends = new LinkedHashMap<>();
    Set<String> awayTopics = new HashSet<>();
    for (OutboxRow row : wave) {
      if (!awayTopics.contains(row.lane().topic())) {
        heartbeat.beat();
        Future<?> send = begin(row);
        sends.put(row, send);
        if (send.state() == Future.State.FAILED && !Outcome.isOfTheRow(send.exceptionNow())) {
          awayTopics.add(row.lane().topic());
        }
      }
    }
    for (Map.Entry<OutboxRow, Future<?>> send : sends.entrySet()) {
      await(send.getKey(), send.getValue(), outcome);
    }
  }

  private Future<?> begin(OutboxRow row) {
    try {
      return producer.send(row.event(json));
    } catch (KafkaException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void await(OutboxRow row, Future<?> send, Outcome outcome)
      throws SQLException, InterruptedException {
    do {
      heartbeat.beat();
    } while (!isAnswered(row, send, outcome));
  }

  private static boolean isAnswered(OutboxRow row, Future<?> send, Outcome outcome)
      throws InterruptedException {
    try {
      send.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
      outcome.acknowledged(row);
      return true;
    } catch (ExecutionException e) {
      outcome.failed(row, e.getCause());
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }
}

package health.backstep.backbone.testing;

import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.CloudEventHeaders;
import health.backstep.backbone.event.EventEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What other services would send, and what they would see. */
public final class Wire {

  /** A record as it lies on a topic. */
  public record Seen(String topic, String key, Map<String, String> headers, byte[] payload) {

    public String type() {
      return headers.get("ce_type");
    }

    public long sequence() {
      return Long.parseLong(headers.get("ce_sequence"));
    }

    public String json() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }

  private Wire() {}

  /** An event of another service. */
  public static EventEnvelope event(
      String source, String type, String tenant, UUID patientId, long sequence, String json) {
    UUID request = UUID.randomUUID();
    return new EventEnvelope(
        UUID.randomUUID(),
        source,
        type,
        Instant.now(),
        patientId,
        tenant,
        sequence,
        Cause.request(request, null),
        json.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends an event as its service's relay would. */
  public static void send(String topic, EventEnvelope event) {
    Map<String, String> headers = new LinkedHashMap<>(CloudEventHeaders.write(event));
    headers.put(CloudEventHeaders.SEQUENCE, Long.toString(event.sequence()));
    send(topic, event.patientId().toString(), headers, event.data());
  }

  /** Sends events close together, so that a consumer finds several of them in a poll. */
  public static void sendTogether(String topic, List<EventEnvelope> events) {
    sendTogether(
        events.stream()
            .map(
                event -> {
                  Map<String, String> headers = new LinkedHashMap<>(CloudEventHeaders.write(event));
                  headers.put(CloudEventHeaders.SEQUENCE, Long.toString(event.sequence()));
                  return outgoing(topic, event.patientId().toString(), headers, event.data());
                })
            .toList());
  }

  /** Sends any record, well-formed or not. */
  public static void send(String topic, String key, Map<String, String> headers, byte[] payload) {
    send(outgoing(topic, key, headers, payload));
  }

  /** Sends a record whose headers need not be text. */
  public static void send(ProducerRecord<String, byte[]> outgoing) {
    sendTogether(List.of(outgoing));
  }

  private static ProducerRecord<String, byte[]> outgoing(
      String topic, String key, Map<String, String> headers, byte[] payload) {
    ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(topic, key, payload);
    headers.forEach(
        (name, value) -> outgoing.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return outgoing;
  }

  private static void sendTogether(List<ProducerRecord<String, byte[]>> records) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrap(), "acks", "all", "linger.ms", lingerFor(records)),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (Future<RecordMetadata> sent : records.stream().map(producer::send).toList()) {
        sent.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int lingerFor(List<?> records) {
    return records.size() == 1 ? 0 : 100;
  }

  /** Everything that lies on a topic for a patient now, in order. */
  public static List<Seen> on(String topic, UUID patientId) {
    return on(topic).stream().filter(seen -> patientId.toString().equals(seen.key())).toList();
  }

  /** Everything that lies on a topic now. */
  public static List<Seen> on(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap(), "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Seen> all = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(found -> all.add(seen(found)));
      }
      return all;
    }
  }

  private static Seen seen(ConsumerRecord<String, byte[]> found) {
    Map<String, String> headers = new LinkedHashMap<>();
    found
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return new Seen(found.topic(), found.key(), headers, found.value());
  }

  private static String bootstrap() {
    return StackResource.stack().kafka().bootstrapServers();
  }
}

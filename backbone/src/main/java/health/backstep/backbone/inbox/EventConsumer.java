package health.backstep.backbone.inbox;

import health.backstep.backbone.failure.Failures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the topics that the service's handlers name and hands each record to the inbox, in order.
 * Offsets are committed after the database; what comes again is dropped there. While the database
 * is away the consumer waits with its partitions paused, stays a member of its group and loses
 * nothing.
 */
@ApplicationScoped
public class EventConsumer {

  private static final Logger LOG = Logger.getLogger(EventConsumer.class);

  /**
   * How soon the partitions of a killed instance go to another one, or to itself when it is back.
   */
  private static final int DEAD_AFTER_MS = 6_000;

  private static final int HEARTBEAT_MS = 2_000;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final Inbox inbox;
  private final String bootstrapServers;
  private final String group;
  private volatile boolean running;
  private volatile Consumer<byte[], byte[]> consumer;
  private Thread thread;
  private boolean waiting;

  EventConsumer(
      Inbox inbox,
      @ConfigProperty(name = "backstep.kafka") String bootstrapServers,
      @ConfigProperty(name = "quarkus.application.name") String group) {
    this.inbox = inbox;
    this.bootstrapServers = bootstrapServers;
    this.group = group;
  }

  void start(@Observes StartupEvent started) {
    if (inbox.topics().isEmpty()) {
      return;
    }
    running = true;
    thread = Thread.ofPlatform().name("event-consumer").start(this::consumeUntilStopped);
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    Consumer<byte[], byte[]> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    if (thread != null) {
      thread.join(STOP_WITHIN);
    }
  }

  private void consumeUntilStopped() {
    while (running) {
      try (Consumer<byte[], byte[]> opened = open()) {
        consumer = opened;
        opened.subscribe(inbox.topics(), pausingNewPartitionsOf(opened));
        while (running) {
          consume(opened);
        }
      } catch (WakeupException e) {
        LOG.debug("Stopping");
      } catch (RuntimeException e) {
        LOG.warnf("The consumer begins again after %s", Failures.name(e));
        LockSupport.parkNanos(AFTER_FAILURE.toNanos());
      }
    }
  }

  private void consume(Consumer<byte[], byte[]> from) {
    ConsumerRecords<byte[], byte[]> polled = from.poll(POLL);
    for (ConsumerRecord<byte[], byte[]> incoming : polled) {
      take(from, incoming);
      if (!running) {
        return;
      }
    }
    if (!polled.isEmpty()) {
      from.commitAsync();
    }
  }

  private void take(Consumer<byte[], byte[]> from, ConsumerRecord<byte[], byte[]> incoming) {
    IncomingRecord readable = IncomingRecord.of(incoming);
    Attempts attempts = new Attempts();
    while (isStillOurs(from, incoming)) {
      try {
        takeOrGiveUp(readable, attempts);
        return;
      } catch (RuntimeException e) {
        attempts.failed(e);
        LOG.warnf("A record of %s is tried again after %s", incoming.topic(), Failures.name(e));
        waitAsMember(from, attempts.nextPause());
      }
    }
  }

  private void takeOrGiveUp(IncomingRecord incoming, Attempts attempts) {
    if (attempts.areUsedUp()) {
      inbox.giveUp(incoming, "handling failed: " + attempts.lastFailure());
    } else {
      inbox.take(incoming);
    }
  }

  private boolean isStillOurs(
      Consumer<byte[], byte[]> from, ConsumerRecord<byte[], byte[]> incoming) {
    return running
        && from.assignment().contains(new TopicPartition(incoming.topic(), incoming.partition()));
  }

  /**
   * Polling without fetching keeps the membership, also for partitions that are assigned meanwhile.
   */
  private void waitAsMember(Consumer<byte[], byte[]> from, Duration pause) {
    waiting = true;
    from.pause(from.assignment());
    try {
      from.poll(pause);
    } finally {
      waiting = false;
      from.resume(from.assignment());
    }
  }

  private ConsumerRebalanceListener pausingNewPartitionsOf(Consumer<byte[], byte[]> from) {
    return new ConsumerRebalanceListener() {
      @Override
      public void onPartitionsRevoked(Collection<TopicPartition> revoked) {}

      @Override
      public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        if (waiting) {
          from.pause(assigned);
        }
      }
    };
  }

  private Consumer<byte[], byte[]> open() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.METADATA_MAX_AGE_CONFIG,
            10_000,
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            DEAD_AFTER_MS,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            HEARTBEAT_MS),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}

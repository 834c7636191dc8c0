package health.backstep.backbone.inbox;

import health.backstep.backbone.failure.Failures;
import health.backstep.backbone.kafka.KafkaSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final Inbox inbox;
  private final KafkaSettings settings;
  private volatile boolean running;
  private volatile Consumer<byte[], byte[]> consumer;
  private Thread thread;
  private boolean waiting;

  EventConsumer(Inbox inbox, KafkaSettings settings) {
    this.inbox = inbox;
    this.settings = settings;
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
        settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}

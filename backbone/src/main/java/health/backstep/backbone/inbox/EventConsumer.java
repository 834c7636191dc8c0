package health.backstep.backbone.inbox;

import health.backstep.backbone.failure.Failures;
import health.backstep.backbone.kafka.KafkaSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads the topics that the service's handlers name and hands the records to the inbox, in order.
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
  private final ConsumerPulse pulse;
  private final KafkaSilence silence;
  private final ConsumerLag lag;
  private final CatchingUp catchingUp;
  private final int largestBatch;
  private volatile boolean running;
  private volatile Consumer<byte[], byte[]> consumer;
  private Thread thread;

  EventConsumer(
      Inbox inbox,
      KafkaSettings settings,
      ConsumerPulse pulse,
      KafkaSilence silence,
      ConsumerLag lag,
      CatchingUp catchingUp,
      InboxConfig config) {
    this.inbox = inbox;
    this.settings = settings;
    this.pulse = pulse;
    this.silence = silence;
    this.lag = lag;
    this.catchingUp = catchingUp;
    this.largestBatch = config.batch();
  }

  void start(@Observes StartupEvent started) {
    if (inbox.topics().isEmpty()) {
      return;
    }
    silence.begin();
    running = true;
    thread = Thread.ofPlatform().name("event-consumer").start(this::consumeUntilStopped);
    pulse.expect(thread::isAlive);
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

  /** Ends only when the service stops; an error of any kind begins a new round. */
  private void consumeUntilStopped() {
    while (running) {
      pulse.beat();
      try (Consumer<byte[], byte[]> opened = open()) {
        consumer = opened;
        catchingUp.begin();
        OwnPartitions own = new OwnPartitions(opened);
        opened.subscribe(inbox.topics(), own);
        while (running) {
          consume(opened, own);
        }
      } catch (WakeupException e) {
        LOG.debug("Stopping");
      } catch (RuntimeException | Error e) {
        LOG.warnf("The consumer begins again after %s", Failures.name(e));
        LockSupport.parkNanos(AFTER_FAILURE.toNanos());
      }
    }
  }

  private void consume(Consumer<byte[], byte[]> from, OwnPartitions own) {
    ConsumerRecords<byte[], byte[]> polled = from.poll(POLL);
    own.polled();
    silence.received(own.bytesReceived());
    List<IncomingRecord> batch = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> incoming : polled) {
      batch.add(IncomingRecord.of(incoming));
      if (batch.size() == largestBatch) {
        take(batch, own);
        batch = new ArrayList<>();
      }
    }
    take(batch, own);
    own.commitSoon();
    lag.now(own.lag());
    if (own.areSome()) {
      catchingUp.read(polled.isEmpty() && own.areReadToTheEnd());
    }
    pulse.beat();
  }

  /** Together if that goes well, and what is left one by one. */
  private void take(List<IncomingRecord> batch, OwnPartitions own) {
    List<IncomingRecord> ours = batch.stream().filter(record -> isOurs(record, own)).toList();
    if (ours.isEmpty()) {
      return;
    }
    Set<IncomingRecord> left = Collections.newSetFromMap(new IdentityHashMap<>());
    left.addAll(inbox.takeTogether(ours));
    for (IncomingRecord incoming : ours) {
      if (!left.contains(incoming) || takeAlone(incoming, own)) {
        own.taken(incoming);
      } else {
        own.left(incoming);
      }
    }
    pulse.beat();
  }

  private boolean takeAlone(IncomingRecord incoming, OwnPartitions own) {
    if (!isOurs(incoming, own)) {
      return false;
    }
    try {
      inbox.take(incoming, pause -> waitFor(incoming, own, pause));
      return true;
    } catch (Pause.LeftToAnother e) {
      return false;
    }
  }

  private void waitFor(IncomingRecord incoming, OwnPartitions own, Duration pause) {
    own.waitAsMember(pause);
    silence.received(own.bytesReceived());
    pulse.beat();
    if (!isOurs(incoming, own)) {
      throw new Pause.LeftToAnother();
    }
  }

  private boolean isOurs(IncomingRecord incoming, OwnPartitions own) {
    return running && own.include(incoming);
  }

  private Consumer<byte[], byte[]> open() {
    return new KafkaConsumer<>(
        settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}

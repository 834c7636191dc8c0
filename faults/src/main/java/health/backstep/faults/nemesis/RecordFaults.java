package health.backstep.faults.nemesis;

import health.backstep.faults.nemesis.Injected.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records that no service sent. */
final class RecordFaults {

  private static final int COPIES = 20;
  private static final int OF_ONE_PATIENT = 3;

  /** What a broker takes at most, with all that is around the value (message.max.bytes). */
  private static final int LARGEST_BATCH = 1_048_588;

  private static final int AROUND_THE_MARK = 64;

  private RecordFaults() {}

  static List<Fault> all() {
    return List.of(
        injecting("duplicate records", RecordFaults::duplicates),
        injecting("reordered records", RecordFaults::reordered),
        injecting("poison records", RecordFaults::poison),
        injecting("oversized records", RecordFaults::oversized),
        injecting("forged-tenant records", RecordFaults::forgedTenant),
        injecting("sequence-conflict records", RecordFaults::sequenceConflict),
        injecting("unknown-version records", RecordFaults::unknownVersion));
  }

  private static void duplicates(Injector into, EventTopic topic, RandomGenerator random)
      throws InterruptedException {
    for (var original : into.realRecords(topic).some(COPIES, random)) {
      into.copy(Kind.DUPLICATE, topic, Wire.copy(original));
    }
  }

  /** The latest first; and three of a patient who does not exist, which have to wait. */
  private static void reordered(Injector into, EventTopic topic, RandomGenerator random)
      throws InterruptedException {
    RealRecords real = into.realRecords(topic);
    for (var original : real.ofOnePatient(OF_ONE_PATIENT, random).reversed()) {
      into.copy(Kind.REORDERED, topic, Wire.copy(original));
    }
    UUID patient = Wire.uuid(random);
    String tenant = real.tenant(random);
    for (long sequence : List.of(3L, 2L, 1L)) {
      into.passed(
          Kind.REORDERED,
          topic,
          Wire.madeUp(topic, unknownType(topic), tenant, patient, sequence, random));
    }
  }

  private static void poison(Injector into, EventTopic topic, RandomGenerator random)
      throws InterruptedException {
    RealRecords real = into.realRecords(topic);
    for (Poison poison : Poison.OF_THE_ENVELOPE) {
      ProducerRecord<byte[], byte[]> whole =
          real.isEmpty() || random.nextBoolean()
              ? handled(topic, real, random)
              : anotherEvent(real.any(random), random);
      into.refused(Kind.POISON, topic, poison.breaking().apply(whole));
    }
    for (Poison poison : Poison.OF_THE_PAYLOAD) {
      into.refused(Kind.POISON, topic, poison.breaking().apply(handled(topic, real, random)));
    }
  }

  /** No JSON, as large as it can be sent at all: the dead letter has to be larger still. */
  private static void oversized(Injector into, EventTopic topic, RandomGenerator random)
      throws InterruptedException {
    ProducerRecord<byte[], byte[]> small = handled(topic, into.realRecords(topic), random);
    byte[] value = new byte[LARGEST_BATCH - Wire.largestSizeOf(small) - AROUND_THE_MARK];
    Arrays.fill(value, (byte) 'x');
    into.refused(
        Kind.OVERSIZED,
        topic,
        new ProducerRecord<>(small.topic(), null, small.key(), value, small.headers()));
  }

  private static void forgedTenant(Injector into, EventTopic topic, RandomGenerator random)
      throws InterruptedException {
    RealRecords real = into.realRecords(topic);
    ConsumerRecord<byte[], byte[]> original = real.any(random);
    ProducerRecord<byte[], byte[]> forged = anotherEvent(original, random);
    String home = Wire.text(original.headers(), Wire.TENANT);
    Wire.set(forged.headers(), Wire.TENANT, real.tenantBesides(home));
    into.refused(Kind.FORGED_TENANT, topic, forged);
  }

  private static void sequenceConflict(Injector into, EventTopic topic, RandomGenerator random)
      throws InterruptedException {
    into.refused(
        Kind.SEQUENCE_CONFLICT, topic, anotherEvent(into.realRecords(topic).any(random), random));
  }

  /** An envelope that nobody can read, and an event that nobody knows yet. */
  private static void unknownVersion(Injector into, EventTopic topic, RandomGenerator random)
      throws InterruptedException {
    RealRecords real = into.realRecords(topic);
    ProducerRecord<byte[], byte[]> envelope = handled(topic, real, random);
    Wire.set(envelope.headers(), "ce_specversion", "9.9");
    into.refused(Kind.UNKNOWN_VERSION, topic, envelope);
    into.passed(
        Kind.UNKNOWN_VERSION,
        topic,
        Wire.madeUp(topic, unknownType(topic), real.tenant(random), random));
  }

  private static String unknownType(EventTopic topic) {
    return topic.handledType().replace(".v1", ".v99");
  }

  private static ProducerRecord<byte[], byte[]> handled(
      EventTopic topic, RealRecords real, RandomGenerator random) {
    return Wire.madeUp(topic, topic.handledType(), real.tenant(random), random);
  }

  private static ProducerRecord<byte[], byte[]> anotherEvent(
      ConsumerRecord<byte[], byte[]> original, RandomGenerator random) {
    ProducerRecord<byte[], byte[]> copy = Wire.copy(original);
    Wire.set(copy.headers(), Wire.ID, Wire.uuid(random).toString());
    return copy;
  }

  /** On every topic that somebody reads. */
  private static Fault injecting(String name, Injection injection) {
    return Fault.of(
        name,
        Set.of(Area.BROKERS),
        (cluster, random, ground) -> {
          try (Injector into = Injector.into(cluster, ground, random)) {
            for (EventTopic topic : EventTopic.ALL) {
              injection.on(into, topic, random);
            }
            into.awaitTaken();
          }
        });
  }

  private interface Injection {
    void on(Injector into, EventTopic topic, RandomGenerator random) throws InterruptedException;
  }
}

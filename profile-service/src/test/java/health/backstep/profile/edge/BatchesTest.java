package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

/** Records that come together are taken in together, and one by one when one of them fails. */
@ProfileComponentTest
class BatchesTest {

  private static final Partner PARTNER = new Partner("batches");
  private static final int PARTITIONS = 12;
  private static final Duration LONG = Duration.ofSeconds(90);

  @Inject MeterRegistry metrics;

  @Test
  void recordsThatComeTogetherAreTakenInFewTransactions() {
    UUID stranger = UUID.randomUUID();

    Wire.sendTogether(
        SessionEvents.TOPIC,
        LongStream.rangeClosed(1, 200).mapToObj(n -> of(stranger, n)).toList());

    awaitTaken(stranger, 200);
    List<String> transactions =
        Stored.column(
            "select count(*) from inbox_event where patient_id = ? group by xmin", stranger);
    assertThat(transactions).hasSizeLessThan(60);
    assertThat(transactions.stream().mapToInt(Integer::parseInt).max().orElseThrow())
        .isBetween(2, 32);
  }

  @Test
  void oneThatFailsTakesNobodyElseWithIt() {
    Patient poisoned = Patient.cleared(PARTNER);
    UUID before = UUID.randomUUID();
    UUID after = UUID.randomUUID();
    double counted = counted("taken");
    List<EventEnvelope> together = new ArrayList<>();
    LongStream.rangeClosed(1, 20).forEach(n -> together.add(of(before, n)));
    together.add(SessionEvents.redFlag(PARTNER.tenant(), poisoned.id(), 1));
    LongStream.rangeClosed(1, 20).forEach(n -> together.add(of(after, n)));

    new PutAside(poisoned.id())
        .whileItsHandlingFails(
            () -> {
              Wire.sendTogether(SessionEvents.TOPIC, together);
              awaitTaken(poisoned.id(), 1);
              awaitTaken(before, 20);
              awaitTaken(after, 20);
            });

    assertThat(new PutAside(poisoned.id()).causes()).containsExactly("HANDLING_FAILED");
    assertThat(new PutAside(poisoned.id()).reasons().getFirst()).doesNotContain("secret");
    assertThat(sequences(before)).isSorted().hasSize(20);
    assertThat(counted("taken") - counted).isEqualTo(40);
    assertThat(poisoned.clearance()).isEqualTo("CLEARED");
  }

  /** The best of three, because a machine that does other things as well can be slow once. */
  @Test
  void theNextRecordOfAnotherPatientIsHandledWithinASecondOfAPoisonedOne() {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 3 && best >= 1; round++) {
      best = Math.min(best, secondsThatAPoisonedRecordTakes());
    }
    assertThat(best).isLessThan(1);
  }

  private static double secondsThatAPoisonedRecordTakes() {
    Patient poisoned = Patient.cleared(PARTNER);
    UUID before = besides(poisoned.id());
    UUID after = besides(poisoned.id());
    new PutAside(poisoned.id())
        .whileItsHandlingFails(
            () -> {
              Wire.sendTogether(
                  SessionEvents.TOPIC,
                  List.of(
                      of(before, 1),
                      SessionEvents.redFlag(PARTNER.tenant(), poisoned.id(), 1),
                      of(after, 1)));
              awaitTaken(after, 1);
            });
    assertThat(new PutAside(poisoned.id()).causes()).containsExactly("HANDLING_FAILED");
    return Double.parseDouble(
        Stored.column(
                """
                select extract(epoch from later.taken_at - earlier.taken_at)
                from inbox_event earlier, inbox_event later
                where earlier.patient_id = ? and later.patient_id = ?
                """,
                before,
                after)
            .getFirst());
  }

  /** A stranger whose events lie in the same partition. */
  private static UUID besides(UUID patient) {
    UUID stranger = UUID.randomUUID();
    while (partition(stranger) != partition(patient)) {
      stranger = UUID.randomUUID();
    }
    return stranger;
  }

  private static int partition(UUID key) {
    return Utils.toPositive(Utils.murmur2(Utils.utf8(key.toString()))) % PARTITIONS;
  }

  private static EventEnvelope of(UUID patient, long sequence) {
    return SessionEvents.unknownType(PARTNER.tenant(), patient, sequence);
  }

  private static void awaitTaken(UUID patient, int count) {
    await().atMost(LONG).untilAsserted(() -> assertThat(sequences(patient)).hasSize(count));
  }

  private static List<Long> sequences(UUID patient) {
    return Stored.column(
            "select sequence from inbox_event where patient_id = ? order by taken_at", patient)
        .stream()
        .map(Long::valueOf)
        .toList();
  }

  private double counted(String effect) {
    return metrics
        .counter("backstep.inbox.events", "effect", effect, "topic", SessionEvents.TOPIC)
        .count();
  }
}

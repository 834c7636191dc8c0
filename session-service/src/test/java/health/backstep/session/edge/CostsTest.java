package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import health.backstep.backbone.testing.KafkaRequests;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import java.lang.management.ManagementFactory;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a session costs that does not hang on how fast a machine is. What runs beside (the relay,
 * the audit log's chain) is counted as well, for it runs because of the session.
 */
@SessionComponentTest
class CostsTest {

  private static final Logger LOG = Logger.getLogger(CostsTest.class);
  private static final int SESSIONS = 100;
  private static final int FIRST = 20;

  private static final long MOST_WAL_BYTES = 12_000;
  private static final long MOST_ALLOCATED_BYTES = 700_000;
  private static final double MOST_REQUESTS_TO_KAFKA = 1.2;

  private final Partner partner =
      new Partner("costs-" + UUID.randomUUID().toString().substring(0, 8));
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private Patient patient;
  private int day;

  /** What is loaded, compiled and remembered once is no cost of a session. */
  @BeforeEach
  void aPatientWhoHasTrained() {
    patient = Patient.withPlan(partner);
    record(FIRST);
  }

  @Test
  void aSessionWritesThatMuchToTheWriteAheadLog() {
    long each = ofEach(CostsTest::walBytes);

    LOG.infof("session: %d bytes of write-ahead log", each);
    assertThat(each).isBetween(1_000L, MOST_WAL_BYTES);
  }

  @Test
  void aSessionAllocatesThatMuch() {
    long each = ofEach(this::allocatedBytes);

    LOG.infof("session: %d bytes allocated", each);
    assertThat(each).isBetween(10_000L, MOST_ALLOCATED_BYTES);
  }

  /** Sessions that come one by one are sent one by one; the broker's batches do not help. */
  @Test
  void anEventTakesThatManyRequestsToKafka() {
    awaitAllSent();
    double before = KafkaRequests.ofProducers();
    record(SESSIONS);
    awaitAllSent();
    double each = (KafkaRequests.ofProducers() - before) / SESSIONS;

    LOG.infof("event: %.2f requests to Kafka", each);
    assertThat(each).isBetween(0.01, MOST_REQUESTS_TO_KAFKA);
  }

  private static void awaitAllSent() {
    await().until(() -> Stored.column("select 1 from outbox where sent_at is null").isEmpty());
  }

  private long ofEach(LongSupplier cost) {
    long before = cost.getAsLong();
    record(SESSIONS);
    return (cost.getAsLong() - before) / SESSIONS;
  }

  private void record(int sessions) {
    for (int i = 0; i < sessions; i++) {
      patient.post("/sessions", Batch.session(++day)).statusCode(201);
    }
  }

  private static long walBytes() {
    return Long.parseLong(
        Stored.column("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint::text")
            .getFirst());
  }

  /** By every thread, ended ones too, but for this one, which is the caller. */
  private long allocatedBytes() {
    return threads.getTotalThreadAllocatedBytes() - threads.getCurrentThreadAllocatedBytes();
  }
}

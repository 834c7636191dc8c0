package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Each service is killed once while sessions are posted: every accepted session has its effect,
 * once.
 */
class KilledServicesTest {

  private static final int PATIENTS = 12;
  private static final int SESSIONS_BETWEEN_KILLS = 100;
  private static final Duration HEALED_WITHIN = Duration.ofMinutes(2);

  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicBoolean killing = new AtomicBoolean(true);

  @Test
  void everyAcceptedSessionHasItsEffectOnce() throws Exception {
    List<Patient> patients =
        IntStream.range(0, PATIENTS).mapToObj(number -> Patient.withPlan()).toList();

    try (ExecutorService apps = Executors.newFixedThreadPool(PATIENTS)) {
      List<Future<?>> running = new ArrayList<>();
      patients.forEach(patient -> running.add(apps.submit(() -> keepPosting(patient))));
      for (ServiceName service : ServiceName.values()) {
        awaitSessions(SESSIONS_BETWEEN_KILLS);
        Platform.stack().kill(service);
        Platform.stack().start(service);
      }
      awaitSessions(SESSIONS_BETWEEN_KILLS);
      killing.set(false);
      for (Future<?> app : running) {
        app.get();
      }
    }

    UUID[] ids = patients.stream().map(Patient::id).toArray(UUID[]::new);
    assertThat(sessionRows(ids)).isEqualTo(accepted.get());
    await()
        .atMost(HEALED_WITHIN)
        .untilAsserted(() -> assertThat(sessionsFolded(ids)).isEqualTo(accepted.get()));
    await()
        .atMost(HEALED_WITHIN)
        .untilAsserted(() -> assertThat(regressedPlans(ids)).isEqualTo(PATIENTS));
    for (ServiceName service : ServiceName.values()) {
      await().atMost(HEALED_WITHIN).untilAsserted(() -> assertThat(unsent(service)).isZero());
      assertThat(parked(service)).isZero();
    }
  }

  private void awaitSessions(int more) {
    int target = accepted.get() + more;
    await().atMost(HEALED_WITHIN).until(() -> accepted.get() >= target);
  }

  /**
   * An app that repeats each session with the same key until it has an answer, and ends with a
   * painful one.
   */
  private void keepPosting(Patient patient) {
    while (killing.get()) {
      untilAccepted(patient.greenSession());
    }
    untilAccepted(patient.painfulSession());
  }

  private void untilAccepted(SessionToSend session) {
    await()
        .atMost(HEALED_WITHIN)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .untilAsserted(() -> session.attempt().then().statusCode(201));
    accepted.incrementAndGet();
  }

  private static long sessionRows(UUID[] patients) {
    return Platform.count(
        ServiceName.SESSION,
        "select count(*) from session where patient_id = any(?)",
        (Object) patients);
  }

  private static long sessionsFolded(UUID[] patients) {
    return Platform.count(
        ServiceName.PLAN,
        """
        select count(*) from history_event
        where type = 'pt.session.session-recorded.v1' and patient_id = any(?)
        """,
        (Object) patients);
  }

  private static long regressedPlans(UUID[] patients) {
    return Platform.count(
        ServiceName.PLAN,
        "select count(*) from plan_version where kind = 'REGRESSED' and patient_id = any(?)",
        (Object) patients);
  }

  private static long unsent(ServiceName service) {
    return Platform.count(service, "select count(*) from outbox where sent_at is null");
  }

  private static long parked(ServiceName service) {
    return Platform.count(service, "select count(*) from inbox_parked");
  }
}

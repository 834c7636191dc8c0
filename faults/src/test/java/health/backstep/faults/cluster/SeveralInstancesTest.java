package health.backstep.faults.cluster;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two instances of each service on three brokers. */
class SeveralInstancesTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(10);
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);

  private static LocalCluster cluster;
  private static App app;

  @BeforeAll
  static void start() {
    cluster =
        LocalCluster.start(
            Path.of("target", "several-instances-data").toAbsolutePath(),
            REPOSITORY,
            Layout.standard().withInstances(PROFILE, 2).withInstances(SESSION, 2),
            Progress.silent());
    app = new App(cluster.token("north-clinic"));
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @Test
  void both_instances_of_plan_service_handle_events() {
    IntStream.range(0, 12).forEach(_ -> Patient.withPlan(cluster, app));

    assertThat(cluster.instances(PLAN))
        .allSatisfy(plan -> assertThat(eventsHandledBy(plan)).isPositive());
  }

  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void one_relay_of_a_service_is_active(ServiceName service) {
    await()
        .atMost(TAKEN_OVER_WITHIN)
        .untilAsserted(() -> assertThat(activeRelays(service)).isOne());
  }

  @Test
  void whatever_instance_is_asked_the_effect_is_read_and_there_is_one() {
    for (Instance session : cluster.instances(SESSION)) {
      for (Instance plan : cluster.instances(PLAN)) {
        Patient patient = Patient.withPlan(cluster, app);

        String flare = patient.flare(session);

        JsonNode regressed = patient.planAfter(plan, flare);
        assertThat(regressed.path("version").asInt()).isEqualTo(2);
        assertThat(regressed.path("regressed").asBoolean()).isTrue();
        assertThat(regressed.path("cause").path("eventId").asText()).isEqualTo(flare);
        assertThat(regressionsOf(patient)).isOne();
      }
    }
  }

  @Test
  void the_same_key_sent_to_both_instances_at_once_is_one_session() throws Exception {
    Patient patient = Patient.withPlan(cluster, app);
    int before = sessionsOf(patient);
    for (int round = 1; round <= 10; round++) {
      String key = Patient.newKey();
      JsonNode body = Patient.goodSession();

      List<App.Answer> answers =
          atOnce(
              cluster.instances(SESSION).stream()
                  .flatMap(session -> IntStream.range(0, 3).mapToObj(_ -> session))
                  .toList(),
              session -> patient.post(session, key, body));

      assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
      assertThat(answers).extracting(App.Answer::body).containsOnly(answers.getFirst().body());
      assertThat(sessionsOf(patient)).isEqualTo(before + round);
    }
  }

  /** Each instance dies once, so the one whose relay is active does, too. */
  @Test
  void when_an_instance_is_killed_events_go_on_by_the_other_within_seconds() {
    List<Instance> sessions = cluster.instances(SESSION);
    for (Instance killed : sessions) {
      Instance other = sessions.get(1 - sessions.indexOf(killed));
      Patient patient = Patient.withPlan(cluster, app);
      long begun = System.nanoTime();

      killed.kill();

      JsonNode regressed =
          patient.planAfter(cluster.instances(PLAN).getFirst(), patient.flare(other));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TAKEN_OVER_WITHIN);
      assertThat(regressed.path("version").asInt()).isEqualTo(2);
      assertThat(activeRelays(SESSION)).isOne();
      killed.start();
      await().atMost(READY_WITHIN).until(killed::isReady);
    }
  }

  private static List<App.Answer> atOnce(
      List<Instance> instances, Function<Instance, App.Answer> asking) throws Exception {
    List<App.Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<App.Answer>> asked =
          instances.stream().map(one -> threads.submit(() -> asking.apply(one))).toList();
      for (Future<App.Answer> answer : asked) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private static double eventsHandledBy(Instance instance) {
    try (InputStream metrics = instance.directUrl().resolve("/q/metrics").toURL().openStream()) {
      return new String(metrics.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("backstep_inbox_events_total"))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
          .sum();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int activeRelays(ServiceName service) {
    return count(
        service,
        """
        select count(*) from pg_locks join pg_stat_activity using (pid)
        where locktype = 'advisory' and granted and usename = ?
        """,
        service.relayRole());
  }

  private static int regressionsOf(Patient patient) {
    return count(
        PLAN,
        "select count(*) from plan_version where kind = 'REGRESSED' and patient_id = ?",
        patient.id());
  }

  private static int sessionsOf(Patient patient) {
    return count(SESSION, "select count(*) from session where patient_id = ?", patient.id());
  }

  private static int count(ServiceName service, String sql, Object parameter) {
    try (Connection connection = cluster.connect(service);
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, parameter);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

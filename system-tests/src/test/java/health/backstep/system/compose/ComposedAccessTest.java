package health.backstep.system.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the users of docker-compose.yml's broker may do with it, tried with each topic and group.
 */
class ComposedAccessTest {

  private static final Set<String> TOPICS =
      Topics.fromContract().stream().map(TopicSpec::name).collect(Collectors.toSet());

  private static final Map<String, Object> TIME_LIMITS =
      Map.of("default.api.timeout.ms", 15_000, "request.timeout.ms", 5_000);

  @TempDir private static Path folder;
  private static ComposedBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = ComposedBroker.start(folder);
    assertThat(broker.createTopics()).isZero();
    KafkaUser operations = new KafkaUser(broker.clientOf("create-topics"));
    assertThat(TOPICS).isNotEmpty().allMatch(operations::writes);
  }

  @AfterAll
  static void end() {
    broker.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          profile-service | profile.events session.events.dlq plan.events.dlq | session.events plan.events
          plan-service | plan.events plan.state profile.events.dlq session.events.dlq | profile.events session.events
          session-service | session.events profile.events.dlq plan.events.dlq | profile.events plan.events
          """)
  void a_service_writes_and_reads_its_topics_and_no_others(
      String service, String writes, String reads) {
    KafkaUser user = new KafkaUser(broker.clientOf(service));

    assertThat(those(user::writes)).isEqualTo(named(writes));
    assertThat(those(user::reads)).isEqualTo(named(reads));
    String read = named(reads).iterator().next();
    assertThat(List.of("profile-service", "plan-service", "session-service", "analytics"))
        .allSatisfy(
            group -> assertThat(user.commits(group, read)).isEqualTo(group.equals(service)));
  }

  @Test
  void analysts_read_all_but_dead_letters_and_write_nothing() throws IOException {
    KafkaUser analyst = new KafkaUser(analytics());

    assertThat(those(analyst::writes)).isEmpty();
    assertThat(those(analyst::reads))
        .isEqualTo(named("profile.events session.events plan.events plan.state"));
    assertThat(analyst.commits("analytics-dashboard", "pt.plan.events.v1")).isTrue();
    assertThat(analyst.commits("plan-service", "pt.plan.events.v1")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile-service", "plan-service", "session-service"})
  void a_service_cannot_change_the_broker(String service) {
    try (Admin admin = Admin.create(broker.clientOf(service))) {
      refused(() -> admin.createTopics(List.of(new NewTopic("own", 1, (short) 1))).all().get());
      refused(() -> admin.deleteTopics(List.of("pt.plan.events.v1")).all().get());
      refused(() -> admin.describeAcls(AclBindingFilter.ANY).values().get());
      refused(() -> admin.describeUserScramCredentials().all().get());
    }
  }

  @Test
  void nobody_gets_in_with_a_wrong_password_or_without_one() {
    Map<String, Object> wrong = new HashMap<>(broker.clientOf("plan-service"));
    wrong.computeIfPresent(
        "sasl.jaas.config",
        (name, login) -> ((String) login).replace("password=\"", "password=\"other"));
    Map<String, Object> none = new HashMap<>(TIME_LIMITS);
    none.put("bootstrap.servers", broker.address());
    Map<String, Object> right = new HashMap<>(broker.clientOf("plan-service"));
    right.putAll(TIME_LIMITS);

    assertThatCode(() -> ask(right)).doesNotThrowAnyException();
    assertThatThrownBy(() -> ask(wrong)).hasCauseInstanceOf(SaslAuthenticationException.class);
    assertThatThrownBy(() -> ask(none)).hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void a_service_sends_dead_letters_again_only_while_it_is_let() throws Exception {
    KafkaUser plan = new KafkaUser(broker.clientOf("plan-service"));

    try {
      assertThat(broker.createTopics("--let-replay", "plan")).isZero();
      inTime().until(() -> plan.writes("pt.session.events.v1"));
      assertThat(new KafkaUser(broker.clientOf("session-service")).writes("pt.plan.events.v1"))
          .isFalse();
    } finally {
      assertThat(broker.createTopics()).isZero();
    }
    inTime().until(() -> !plan.writes("pt.session.events.v1"));
  }

  /** A broker learns of a change of rights a little after it was told. */
  private static ConditionFactory inTime() {
    return await().atMost(Duration.ofMinutes(1));
  }

  private static Map<String, Object> analytics() throws IOException {
    Map<String, Object> client = broker.clientOf("plan-service");
    String own = broker.password("plan");
    String analysts = broker.password("analytics");
    client.computeIfPresent(
        "sasl.jaas.config",
        (name, login) ->
            ((String) login).replace("plan-service", "analytics").replace(own, analysts));
    return client;
  }

  private static void ask(Map<String, Object> client) throws Exception {
    try (Admin admin = Admin.create(client)) {
      admin.describeCluster().nodes().get();
    }
  }

  @FunctionalInterface
  private interface Act {
    void run() throws ExecutionException, InterruptedException;
  }

  private static void refused(Act act) {
    assertThatThrownBy(act::run).hasCauseInstanceOf(AuthorizationException.class);
  }

  private static Set<String> those(Predicate<String> allowed) {
    return TOPICS.stream().filter(allowed).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> named(String topics) {
    return Set.of(topics.split(" ")).stream()
        .map(topic -> "pt." + topic + ".v1")
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

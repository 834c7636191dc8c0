package health.backstep.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.Progress;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three brokers and a database without services, hurt in every way that a part can be. */
class LocalClusterTest {

  private static final Path FOLDER = Path.of("target", "cluster-data").toAbsolutePath();
  private static final Layout NO_SERVICES =
      Stream.of(ServiceName.values())
          .reduce(
              Layout.standard(),
              (layout, service) -> layout.withInstances(service, 0),
              (one, _) -> one);
  private static final Duration HEALED_WITHIN = Duration.ofMinutes(2);
  private static final TopicPartition PARTITION = new TopicPartition("pt.plan.events.v1", 5);

  private static LocalCluster cluster;

  @BeforeAll
  static void start() {
    cluster = LocalCluster.start(FOLDER, Path.of(".."), NO_SERVICES, Progress.silent());
  }

  @BeforeEach
  void heal() {
    cluster.brokers().forEach(Part::start);
    cluster.database().start();
    awaitWhole();
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @Test
  void every_topic_is_on_three_brokers_and_two_must_acknowledge() throws Exception {
    try (Admin admin = Admin.create(settings())) {
      List<String> names = Topics.fromContract().stream().map(topic -> topic.name()).toList();
      Map<String, TopicDescription> topics = admin.describeTopics(names).allTopicNames().get();
      assertThat(topics.values())
          .allSatisfy(
              topic ->
                  assertThat(topic.partitions())
                      .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(3)));
    }
    cluster.brokers().getFirst().kill();
    assertThat(read(produce("while one is down"))).isEqualTo("while one is down");
  }

  @Test
  void what_was_acknowledged_survives_that_each_broker_is_wiped_in_turn() throws Exception {
    for (Broker broker : cluster.brokers()) {
      long offset = produce("before " + broker.name());
      broker.kill();
      broker.wipe();
      broker.start();
      awaitWhole();
      assertThat(read(offset)).isEqualTo("before " + broker.name());
    }
  }

  @Test
  void a_running_broker_is_not_wiped() {
    assertThatThrownBy(() -> cluster.brokers().getFirst().wipe())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broker-1 runs");
  }

  @Test
  void when_kafka_is_wiped_its_topics_are_there_and_empty() throws Exception {
    produce("lost");

    cluster.wipeKafka();

    awaitWhole();
    assertThat(produce("first")).isZero();
  }

  @Test
  void a_frozen_broker_is_not_ready_until_it_thaws() {
    Broker broker = cluster.brokers().getFirst();

    broker.freeze();

    assertThat(broker.isRunning()).isTrue();
    assertThat(broker.isReady()).isFalse();
    broker.thaw();
    awaitWhole();
  }

  @Test
  void a_frozen_database_keeps_its_connections() throws SQLException {
    try (Connection connection = cluster.connect(ServiceName.PLAN)) {
      cluster.database().freeze();
      assertThat(cluster.database().isReady()).isFalse();

      cluster.database().thaw();

      assertThat(connection.isValid(10)).isTrue();
      assertThat(cluster.database().isReady()).isTrue();
    }
  }

  @Test
  void the_database_keeps_what_was_committed_when_it_is_stopped_at_once_and_when_it_is_killed()
      throws SQLException {
    execute("create table noted (number int)");
    cluster.database().stop();
    assertThat(cluster.database().isRunning()).isFalse();
    startDatabase();
    execute("insert into noted values (1)");
    cluster.database().freeze();
    cluster.database().kill();
    assertThat(cluster.database().isRunning()).isFalse();
    startDatabase();
    execute("update noted set number = 1 / (select count(*) from noted)");
  }

  @Test
  void cuts_the_connections_of_the_services_and_not_those_of_the_run() throws SQLException {
    try (Connection run = cluster.connect(ServiceName.PLAN);
        Connection service = connectAsService()) {
      cluster.database().cutConnections();

      assertThat(run.isValid(10)).isTrue();
      assertThat(service.isValid(10)).isFalse();
    }
  }

  @Test
  void a_part_that_runs_is_not_started_again() {
    Broker broker = cluster.brokers().getFirst();

    broker.start();

    assertThat(broker.isReady()).isTrue();
    assertThat(broker.residentBytes()).isBetween(50L << 20, 1L << 30);
  }

  @Test
  void ends_everything_when_it_is_closed_also_what_is_frozen() {
    LocalCluster other =
        LocalCluster.start(
            FOLDER.resolveSibling("closed-cluster-data"),
            Path.of(".."),
            NO_SERVICES.withBrokers(1),
            Progress.silent());
    other.database().freeze();
    other.brokers().getFirst().freeze();

    other.close();

    assertThat(other.database().isRunning()).isFalse();
    assertThat(other.brokers().getFirst().isRunning()).isFalse();
    other.database().start();
    assertThat(other.database().isRunning()).as("started after the end").isFalse();
  }

  private static Connection connectAsService() throws SQLException {
    try (Connection known = cluster.connect(ServiceName.PLAN)) {
      String role = ServiceName.PLAN.appRole();
      String password = Secrets.in(FOLDER).password(role);
      return DriverManager.getConnection(known.getMetaData().getURL(), role, password);
    }
  }

  private static void startDatabase() {
    cluster.database().start();
    await().atMost(HEALED_WITHIN).until(cluster.database()::isReady);
  }

  private static void awaitWhole() {
    await().atMost(HEALED_WITHIN).until(cluster::isWhole);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = cluster.connect(ServiceName.PLAN);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long produce(String word) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
      return producer
          .send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), word, word))
          .get()
          .offset();
    }
  }

  private static String read(long offset) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seek(PARTITION, offset);
      return consumer.poll(Duration.ofSeconds(30)).iterator().next().value();
    }
  }

  private static Map<String, Object> settings() {
    return cluster.kafka().with(Map.of("acks", "all"));
  }
}

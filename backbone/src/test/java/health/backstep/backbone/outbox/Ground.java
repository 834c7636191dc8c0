package health.backstep.backbone.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.kafka.GivenSettings;
import health.backstep.backbone.kafka.KafkaSettings;
import health.backstep.stack.LocalStack;
import health.backstep.stack.Progress;
import health.backstep.stack.StackOptions;
import health.backstep.stack.platform.ServiceName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;

/** A real database with the backbone's tables and a real Kafka, and relays without a service. */
final class Ground {

  static final String TOPIC = "pt.profile.events.v1";
  static final String OTHER_TOPIC = "pt.plan.events.v1";
  static final String DEAD_PORT = "127.0.0.1:9";

  private static final ServiceName SERVICE = ServiceName.PROFILE;
  private static final LocalStack STACK = start();

  private Ground() {}

  /** A relay of one instance, with its own metrics. */
  record Instance(OutboxRelay relay, OutboxState state, MeterRegistry metrics)
      implements AutoCloseable {

    double gauge(String name) {
      return metrics.get(name).gauge().value();
    }

    void end() {
      try {
        relay.stop(null);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      end();
    }
  }

  static Instance relay(RelayConfig config, String bootstrap) {
    MeterRegistry metrics = new SimpleMeterRegistry();
    OutboxState state = new OutboxState(Clock.systemUTC(), metrics);
    OutboxRelay relay =
        new OutboxRelay(
            config,
            producers(bootstrap),
            new ObjectMapper(),
            new RelayWake(),
            state,
            Clock.systemUTC());
    relay.start(null);
    return new Instance(relay, state, metrics);
  }

  static Instance relay() {
    return relay(config(), kafka());
  }

  static EventProducer producers(String bootstrap) {
    return new EventProducer(
        new KafkaSettings(bootstrap, "profile-service", new GivenSettings(Map.of())));
  }

  static String kafka() {
    return STACK.kafka().bootstrapServers();
  }

  static Settings config() {
    return new Settings(
        STACK.environment(SERVICE).get("BACKSTEP_DATABASE_URL"),
        SERVICE.relayRole(),
        STACK.secrets().password(SERVICE.relayRole()),
        50,
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(4),
        Duration.ofSeconds(2),
        Duration.ofDays(30),
        Duration.ofMillis(300),
        1_000,
        Duration.ofSeconds(1));
  }

  record Settings(
      String databaseUrl,
      String username,
      String password,
      int batch,
      Duration safetyPoll,
      Duration leaderRetry,
      Duration silentLeaderAfter,
      Duration heldBackRetry,
      Duration againAfter,
      Duration measureEvery,
      int countAtMost,
      Duration unreadyAfter)
      implements RelayConfig {}

  /** Adds an event of a key and returns where it stands. */
  static long add(String topic, String key, long sequence, byte[] payload) {
    return Long.parseLong(
        column(
                """
                insert into outbox (tenant, event_id, topic, record_key, sequence, headers, payload)
                values ('relay', gen_random_uuid(), ?, ?, ?, '{"ce_type": "some"}', ?)
                returning position
                """,
                topic,
                key,
                sequence,
                payload)
            .getFirst());
  }

  static long add(String key, long sequence) {
    return add(TOPIC, key, sequence, new byte[] {1});
  }

  static List<String> unsent(String key) {
    return column(
        "select sequence from outbox where record_key = ? and sent_at is null order by position",
        key);
  }

  /** The sequences that lie on a topic for a key, in order, repetitions included. */
  static List<String> seen(String topic, String key) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<String> sequences = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                found -> {
                  if (key.equals(found.key())) {
                    sequences.add(
                        new String(
                            found.headers().lastHeader("ce_sequence").value(),
                            StandardCharsets.UTF_8));
                  }
                });
      }
      return sequences;
    }
  }

  /** A connection of the role that looks after all tenants. */
  static Connection relayRole() throws SQLException {
    return STACK.postgres().connect(SERVICE.database(), SERVICE.relayRole());
  }

  /** The service was away for so many days and has come back as many days ago. */
  static void wasAway(int days, int backFor) {
    column(
        "insert into absence (begun_at, ended_at) values (now() - make_interval(days => ?), now() - make_interval(days => ?))",
        days + backFor,
        backFor);
  }

  /** The first column of what a query finds, past all walls. */
  static List<String> column(String sql, Object... values) {
    try (Connection connection = superuser();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      if (query.execute()) {
        try (ResultSet rows = query.getResultSet()) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Brings a database of the service to a version of the backbone's tables, as its owner. */
  static void migrate(String database, String version) {
    migrate(STACK, database, version);
  }

  static Connection superuser(String database) throws SQLException {
    return STACK.postgres().connectAsSuperuser(database);
  }

  static Connection superuser() throws SQLException {
    return STACK.postgres().connectAsSuperuser(SERVICE.database());
  }

  private static LocalStack start() {
    LocalStack stack = LocalStack.start(StackOptions.withoutServices(folder()), Progress.silent());
    migrate(stack, SERVICE.database(), "latest");
    return stack;
  }

  private static void migrate(LocalStack stack, String database, String version) {
    Flyway.configure()
        .dataSource(
            stack
                .environment(SERVICE)
                .get("BACKSTEP_DATABASE_URL")
                .replace("/" + SERVICE.database(), "/" + database),
            SERVICE.ownerRole(),
            stack.secrets().password(SERVICE.ownerRole()))
        .locations("classpath:db/backbone")
        .placeholders(Map.of("app_role", SERVICE.appRole(), "relay_role", SERVICE.relayRole()))
        .target(version)
        .load()
        .migrate();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "relay").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

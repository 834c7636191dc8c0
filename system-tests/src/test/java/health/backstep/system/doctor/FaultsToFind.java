package health.backstep.system.doctor;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.SESSION;

import health.backstep.stack.LocalStack;
import health.backstep.stack.platform.ServiceName;
import health.backstep.system.doctor.PlantedFault.Deed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

/**
 * Ten faults of a running platform, in an order in which each can be planted: what stops a part for
 * good comes last.
 */
final class FaultsToFind implements AutoCloseable {

  private final LocalStack stack;
  private final Path secrets;
  private ServerSocket squatter;

  FaultsToFind(LocalStack stack) {
    this.stack = stack;
    this.secrets = stack.data().root().resolve("secrets");
  }

  List<PlantedFault> inOrder() throws IOException {
    return List.of(
        migration(),
        parked(),
        deadLetter(),
        tokenKeys(),
        certificate(),
        service(),
        port(),
        outbox(),
        kafka(),
        postgres());
  }

  private PlantedFault migration() {
    return new PlantedFault(
        "a failed migration",
        "migrations",
        "plan-service",
        "QUARKUS_FLYWAY_REPAIR_AT_START=true ./backstep up",
        sql(
            PLAN,
            """
            insert into flyway_schema_history
              (installed_rank, version, description, type, script, installed_by, execution_time, success)
            values (9999, '1999', 'planted', 'SQL', 'V1999__planted.sql', 'a test', 0, false)
            """),
        sql(PLAN, "delete from flyway_schema_history where installed_rank = 9999"));
  }

  /** Longer than the doctor waits, and shorter than the service, which would give the gap up. */
  private PlantedFault parked() {
    return new PlantedFault(
        "a parked event",
        "parked",
        "plan-service",
        "./backstep rebuild pt.session.events.v1",
        sql(
            PLAN,
            """
            insert into inbox_parked
              (tenant, source, patient_id, sequence, topic, headers, payload, parked_at)
            values ('north-clinic', 'session-service', gen_random_uuid(), 7, 'pt.session.events.v1',
              '{}', '', clock_timestamp() - interval '7 minutes')
            """),
        sql(PLAN, "delete from inbox_parked"));
  }

  private PlantedFault deadLetter() {
    return new PlantedFault(
        "a dead letter",
        "dead-letters",
        "session-service",
        "./backstep dlq list --service session",
        sql(
            SESSION,
            """
            insert into dead_letter
              (tenant, id, topic, partition, record_offset, headers, payload, cause, reason)
            values ('north-clinic', gen_random_uuid(), 'pt.plan.events.v1', 3, 128, '{}', '',
              'PAYLOAD_UNREADABLE', 'a test')
            """),
        sql(SESSION, "delete from dead_letter"));
  }

  private PlantedFault tokenKeys() throws IOException {
    Path file = secrets.resolve("jwks.json");
    String published = Files.readString(file);
    return new PlantedFault(
        "no key for tokens",
        "token-keys",
        "jwks.json",
        "./backstep status",
        () -> Files.writeString(file, ""),
        () -> Files.writeString(file, published));
  }

  private PlantedFault certificate() {
    Path file = secrets.resolve("own.pem");
    return new PlantedFault(
        "an expired certificate",
        "certificate",
        "own.pem",
        "put a renewed one in its place",
        () -> ExpiredCertificate.into(file),
        () -> Files.delete(file));
  }

  private PlantedFault service() {
    return PlantedFault.staying(
        "a killed service",
        "process",
        "session-service",
        "./backstep logs session",
        () -> stack.kill(SESSION));
  }

  private PlantedFault port() {
    return new PlantedFault(
        "a taken port",
        "ports",
        "session-service",
        "kill " + ProcessHandle.current().pid(),
        () ->
            squatter =
                new ServerSocket(stack.ports().session(), 1, InetAddress.ofLiteral("127.0.0.1")),
        () -> squatter.close());
  }

  /** While the service is away, nobody sends it. */
  private PlantedFault outbox() {
    return PlantedFault.staying(
        "an event that was not sent for an hour",
        "outbox",
        "session-service",
        "./backstep logs session",
        sql(
            SESSION,
            """
            insert into outbox (tenant, event_id, topic, record_key, headers, payload, created_at)
            values ('north-clinic', gen_random_uuid(), 'pt.session.events.v1', 'a-patient', '{}', '',
              clock_timestamp() - interval '1 hour')
            """));
  }

  private PlantedFault kafka() {
    return PlantedFault.staying(
        "Kafka stopped", "process", "kafka", "./backstep logs kafka", () -> stack.kafka().close());
  }

  private PlantedFault postgres() {
    return PlantedFault.staying(
        "PostgreSQL stopped",
        "process",
        "postgres",
        "./backstep logs postgres",
        () -> stack.postgres().close());
  }

  private Deed sql(ServiceName service, String statement) {
    return () -> {
      try (Connection connection = stack.postgres().connectAsSuperuser(service.database());
          Statement planted = connection.createStatement()) {
        planted.execute(statement);
      }
    };
  }

  @Override
  public void close() throws IOException {
    if (squatter != null) {
      squatter.close();
    }
  }
}

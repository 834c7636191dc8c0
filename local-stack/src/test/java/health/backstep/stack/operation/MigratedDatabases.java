package health.backstep.stack.operation;

import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Part;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A PostgreSQL in a data folder, with the tables that every service's database has. */
public final class MigratedDatabases implements AutoCloseable {

  private static final Path MIGRATIONS = Path.of("../backbone/src/main/resources/db/backbone");

  private final Path data;
  private final PostgresServer server;

  private MigratedDatabases(Path data, PostgresServer server) {
    this.data = data;
    this.server = server;
  }

  /** Started where the commands find it. */
  public static MigratedDatabases in(Path folder) throws IOException, SQLException {
    DataFolder data = DataFolder.at(folder).open();
    int port = Ports.free().postgres();
    PostgresServer server = PostgresServer.start(data.root(), port, Secrets.in(data.root()));
    ProcessTable.at(data.processTable())
        .put(
            RunningProcess.of(
                server.process(), Part.DATABASE, port, server.jdbcUrl(ServiceName.PLAN)));
    MigratedDatabases databases = new MigratedDatabases(data.root(), server);
    for (ServiceName service : ServiceName.values()) {
      databases.migrate(service);
    }
    return databases;
  }

  public Path data() {
    return data;
  }

  public Connection connect(ServiceName service) throws SQLException {
    return server.connectAsSuperuser(service.database());
  }

  public Connection connect(ServiceName service, String role) throws SQLException {
    return server.connect(service.database(), role);
  }

  /** Leaves no rows behind. */
  public void empty() throws SQLException {
    for (ServiceName service : ServiceName.values()) {
      execute(service, "truncate dead_letter, outbox, rebuild, operation");
    }
  }

  /** A dead letter of that service, a minute older for each one already there. */
  public UUID deadLetter(ServiceName service, String topic, String cause) throws SQLException {
    UUID id = UUID.randomUUID();
    execute(
        service,
        """
        insert into dead_letter (tenant, id, topic, partition, record_offset, record_key, headers,
          payload, cause, reason, arrived_at)
        values ('north-clinic', ?, ?, 3, 128, 'a-patient',
          '{"ce_id": "an-id", "ce_sequence": "7", "ce_tenant": "north-clinic", "dlq_reason": "old"}',
          'pain 6', ?, 'header ce_type is missing',
          clock_timestamp() - (select count(*) from dead_letter) * interval '1 minute')
        """,
        id,
        topic,
        cause);
    return id;
  }

  public void execute(ServiceName service, String sql, Object... values) throws SQLException {
    try (Connection connection = connect(service);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  /** Rows as text, their columns separated by a bar. */
  public List<String> rows(ServiceName service, String sql, Object... values) throws SQLException {
    try (Connection connection = connect(service);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<String> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          List<String> columns = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(row.getString(i));
          }
          rows.add(String.join("|", columns));
        }
      }
      return rows;
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private void migrate(ServiceName service) throws IOException, SQLException {
    try (Connection connection = connect(service, service.ownerRole());
        Statement statement = connection.createStatement();
        Stream<Path> files = Files.list(MIGRATIONS)) {
      for (Path file : files.sorted().toList()) {
        statement.execute(
            Files.readString(file)
                .replace("${app_role}", service.appRole())
                .replace("${relay_role}", service.relayRole()));
      }
    }
  }
}

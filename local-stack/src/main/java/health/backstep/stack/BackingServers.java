package health.backstep.stack;

import health.backstep.stack.broker.Entrance;
import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.process.Part;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.secret.Secrets;
import java.util.List;

/** What the services stand on: the database and the broker with the contract's topics. */
final class BackingServers {

  private final DataFolder data;
  private final Ports ports;
  private final Secrets secrets;
  private final ProcessTable table;
  private volatile PostgresServer postgres;
  private volatile KafkaBroker kafka;

  BackingServers(DataFolder data, Ports ports, Secrets secrets, ProcessTable table) {
    this.data = data;
    this.ports = ports;
    this.secrets = secrets;
    this.table = table;
  }

  PostgresServer postgres() {
    return postgres;
  }

  KafkaBroker kafka() {
    return kafka;
  }

  void start(Progress progress) {
    SideBySide.run(
        List.of(
            () -> progress.during("PostgreSQL", this::startPostgres),
            () -> progress.during("Kafka", this::startKafka)));
    progress.during("Topics", () -> Topics.createAll(kafka.bootstrapServers()));
  }

  private void startPostgres() {
    int port = ports.postgres();
    String url = PostgresServer.urlOf(port);
    postgres =
        PostgresServer.start(
            data,
            port,
            secrets,
            child -> table.put(RunningProcess.of(child, Part.DATABASE, port, url)));
  }

  private void startKafka() {
    int port = ports.kafka();
    String address = KafkaBroker.addressOf(port);
    kafka =
        KafkaBroker.start(
            data,
            ports,
            Entrance.OPEN,
            child -> table.put(RunningProcess.of(child, Part.BROKER, port, address)));
  }
}

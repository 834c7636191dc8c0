package health.backstep.stack.broker;

import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.process.Child;
import health.backstep.stack.process.Launch;
import health.backstep.stack.process.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/**
 * One Kafka broker that is its own controller (KRaft), in a JVM of its own on one data folder. It
 * goes on when this JVM ends, unless it is closed.
 */
public final class KafkaBroker implements AutoCloseable {

  public static final String NAME = "kafka";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final int port;
  private final Entrance entrance;
  private final Child process;

  private KafkaBroker(int port, Entrance entrance, Child process) {
    this.port = port;
    this.entrance = entrance;
    this.process = process;
  }

  /**
   * Starts the broker on the folder's log, which is formatted at the first start, and returns when
   * it answers.
   *
   * @throws health.backstep.stack.platform.StackFailure when a port is taken or the broker ends
   *     while starting
   */
  public static KafkaBroker start(Path dataDir, Ports ports) {
    return start(dataDir, ports, Entrance.OPEN);
  }

  /** The same where clients get in as the entrance says. */
  public static KafkaBroker start(Path dataDir, Ports ports, Entrance entrance) {
    return start(DataFolder.at(dataDir), ports, entrance, _ -> {});
  }

  /** The same, telling about the process as soon as there is one. */
  public static KafkaBroker start(
      DataFolder data, Ports ports, Entrance entrance, Consumer<Child> launched) {
    LocalPort.requireFree(ports.kafka(), "Kafka");
    LocalPort.requireFree(ports.kafkaController(), "Kafka's controller");
    BrokerFolder folder =
        new BrokerFolder(data, NAME, logFolder(data), Quorum.alone(ports), 1, entrance);
    Child process = launch(folder).start();
    launched.accept(process);
    KafkaBroker broker = new KafkaBroker(ports.kafka(), entrance, process);
    broker.finishStart();
    return broker;
  }

  /**
   * How to start one broker of several. Its log is formatted when it is not.
   *
   * @param name of the process
   */
  public static Launch launch(DataFolder data, String name, Quorum quorum, int id) {
    return launch(new BrokerFolder(data, name, logFolder(data, id), quorum, id, Entrance.OPEN));
  }

  /** The log of one broker of several. */
  public static Path logFolder(DataFolder data, int id) {
    return logFolder(data).resolve(Integer.toString(id));
  }

  /** Where one broker, or each of several, keeps its log. */
  public static Path logFolder(DataFolder data) {
    return data.root().resolve("kafka");
  }

  private static Launch launch(BrokerFolder folder) {
    folder.prepare();
    return new Launch(
        folder.name(),
        folder.serverCommand(),
        Map.of(),
        folder.workingDirectory(),
        folder.data().log(folder.name()));
  }

  public String bootstrapServers() {
    return addressOf(port);
  }

  /** Where a broker on this port is found. */
  public static String addressOf(int port) {
    return LocalPort.HOST + ":" + port;
  }

  public long pid() {
    return process.identity().pid();
  }

  public Child process() {
    return process;
  }

  @Override
  public void close() {
    process.identity().end(Part.BROKER);
  }

  private void finishStart() {
    try {
      process.awaitReady(
          START_LIMIT,
          () -> LocalPort.answers(port) && answers(bootstrapServers(), entrance.client()));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Whether a broker there tells about its cluster. */
  public static boolean answers(String bootstrapServers) {
    return answers(bootstrapServers, Map.of());
  }

  private static boolean answers(String bootstrapServers, Map<String, String> client) {
    try (Admin admin = Admin.create(AdminSettings.of(bootstrapServers, client))) {
      return !admin.describeCluster().nodes().get().isEmpty();
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

package health.backstep.faults.cluster;

import health.backstep.stack.broker.KafkaAccess;
import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.broker.Quorum;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.process.Launch;
import health.backstep.stack.process.ProcessTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A broker that is a controller, too; wiped, it comes back under its id and copies all again. */
final class LocalBroker extends LocalPart implements Broker {

  private final DataFolder data;
  private final Quorum quorum;
  private final int id;

  LocalBroker(DataFolder data, Quorum quorum, int id, ProcessTable table) {
    super("broker-" + id, quorum.node(id).port(), health.backstep.stack.process.Part.BROKER, table);
    this.data = data;
    this.quorum = quorum;
    this.id = id;
  }

  @Override
  Launch launch() {
    return KafkaBroker.launch(data, name(), quorum, id);
  }

  @Override
  String address() {
    return quorum.node(id).address();
  }

  @Override
  public boolean isReady() {
    return isRunning()
        && LocalPort.answers(port())
        && new KafkaView(KafkaAccess.open(address())).knowsBroker(id);
  }

  @Override
  public Path folder() {
    return KafkaBroker.logFolder(data, id);
  }

  /** Leaves the folder itself, which may be a mount; the next start formats it again. */
  @Override
  public void wipe() {
    if (isRunning()) {
      throw new IllegalStateException(name() + " runs; kill it before its disk is emptied");
    }
    try {
      for (Path file : files()) {
        FileTree.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + folder(), e);
    }
  }

  private List<Path> files() throws IOException {
    if (Files.notExists(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files.toList();
    }
  }
}

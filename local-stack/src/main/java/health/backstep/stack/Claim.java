package health.backstep.stack;

import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.FolderLock;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.process.RunningProcess;
import java.util.List;

/** The right to start a stack in a data folder: nothing else runs there and all ports are free. */
record Claim(DataFolder data, FolderLock lock) {

  /**
   * Looks at everything before anything is started or deleted.
   *
   * @throws StackFailure telling what stands in the way
   */
  static Claim to(StackOptions options) {
    DataFolder data = DataFolder.at(options.dataDir()).open();
    requireNothingRuns(data);
    FolderLock lock = FolderLock.of(data);
    try {
      requireNothingRuns(data);
      requireFreePorts(options);
      if (options.fresh()) {
        data.empty();
      }
      return new Claim(data, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void requireNothingRuns(DataFolder data) {
    List<String> alive =
        ProcessTable.at(data.processTable()).alive().stream().map(RunningProcess::name).toList();
    if (!alive.isEmpty()) {
      throw new StackFailure(
          """
          A stack already runs on %s: %s.
          Look at it with ./backstep status, stop it with ./backstep down."""
              .formatted(data.root(), String.join(", ", alive)));
    }
  }

  private static void requireFreePorts(StackOptions options) {
    Ports ports = options.ports();
    LocalPort.requireFree(ports.postgres(), "PostgreSQL");
    LocalPort.requireFree(ports.kafka(), "Kafka");
    LocalPort.requireFree(ports.kafkaController(), "Kafka's controller");
    options.services().stream()
        .sorted()
        .forEach(service -> LocalPort.requireFree(ports.of(service), service.processName()));
  }
}

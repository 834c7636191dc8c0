package health.backstep.stack.cli;

import health.backstep.stack.process.ProcessTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops what {@code up} started, whether it still stands in a terminal or not. */
@Command(
    name = "down",
    description = "Stops the services, then Kafka, then PostgreSQL. The data stays.")
final class DownCommand implements Callable<Integer> {

  @Mixin private DataOption data;

  @Override
  public Integer call() {
    ProcessTable processes = data.processes();
    if (processes.alive().isEmpty()) {
      System.out.println("Nothing is running on " + data.path() + ".");
      return 0;
    }
    TerminalProgress progress = TerminalProgress.on(System.out);
    processes.endAll((process, took) -> progress.ends(process.name() + " stopped", took));
    return 0;
  }
}

package health.backstep.stack.cli;

import health.backstep.stack.operation.Operation;
import health.backstep.stack.platform.StackFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What operators did. */
@Command(
    name = "log",
    description = "Shows who did what to dead letters and which topics were sent again.")
final class DlqLogCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ServicesOption from;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "Show the newest N lines (default ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new StackFailure("--limit is 1 or more, not " + limit + ".");
    }
    try (OpenDatabases databases = from.open()) {
      List<Operation> newestFirst = databases.operations(limit);
      PrintWriter out = spec.commandLine().getOut();
      if (newestFirst.isEmpty()) {
        out.println("Nothing was done by command yet.");
      }
      newestFirst.reversed().forEach(operation -> out.println(new OperationLine(operation)));
      out.flush();
      return 0;
    }
  }
}

package health.backstep.stack.cli;

import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which ones to act on: some by their ids, or all that are open. */
final class DeadLetterChoice {

  @Parameters(paramLabel = "ID", description = "As ./backstep dlq list shows them.", arity = "1..*")
  private List<UUID> ids = List.of();

  @Option(names = "--all", required = true, description = "All that are open now.")
  private boolean all;

  boolean isAll() {
    return all;
  }

  List<UUID> ids() {
    return ids;
  }
}

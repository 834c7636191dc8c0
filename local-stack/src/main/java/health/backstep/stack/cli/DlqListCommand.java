package health.backstep.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.backstep.stack.deadletter.DeadLetter;
import health.backstep.stack.deadletter.DeadLetter.State;
import health.backstep.stack.deadletter.DeadLetters;
import health.backstep.stack.deadletter.Selection;
import health.backstep.stack.platform.StackFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The working list. */
@Command(
    name = "list",
    description = "Lists dead letters, the newest first: the open ones unless told otherwise.")
final class DlqListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ServicesOption from;

  @Option(
      names = "--state",
      paramLabel = "OPEN|REPLAYED|DISCARDED|ALL",
      defaultValue = "OPEN",
      description = "Which ones (default ${DEFAULT-VALUE}).")
  private Wanted wanted;

  @Option(names = "--cause", paramLabel = "CODE", description = "Only those of this cause.")
  private String cause;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "Show N of them at most (default ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "As a JSON array.")
  private boolean json;

  /** Narrows the list to a state, or does not. */
  enum Wanted {
    OPEN,
    REPLAYED,
    DISCARDED,
    ALL;

    Optional<State> state() {
      return this == ALL ? Optional.empty() : Optional.of(State.valueOf(name()));
    }
  }

  @Override
  public Integer call() throws JsonProcessingException {
    if (limit < 1) {
      throw new StackFailure("--limit is 1 or more, not " + limit + ".");
    }
    Selection selection = new Selection(wanted.state(), Optional.ofNullable(cause));
    PrintWriter out = spec.commandLine().getOut();
    try (OpenDatabases databases = from.open()) {
      List<DeadLetter> letters = databases.newest(selection, limit);
      if (json) {
        out.println(DeadLetterJson.of(letters));
      } else {
        List<ServiceCount> counts =
            databases.each().stream()
                .map(one -> new ServiceCount(one.service(), new DeadLetters(one).count(selection)))
                .toList();
        new DeadLetterTable(letters, counts, wanted).print(out);
      }
    }
    out.flush();
    return 0;
  }
}

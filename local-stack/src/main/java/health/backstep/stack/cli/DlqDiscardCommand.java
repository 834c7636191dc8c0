package health.backstep.stack.cli;

import health.backstep.stack.deadletter.DeadLetterActs;
import health.backstep.stack.platform.StackFailure;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts dead letters aside for good. */
@Command(
    name = "discard",
    description = {
      "Puts dead letters aside for good, with the reason; they stay in the list as DISCARDED.",
      "Exit code 1 when one was not open any more."
    })
final class DlqDiscardCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ServicesOption from;

  @Parameters(paramLabel = "ID", arity = "1..*", description = "As ./backstep dlq list shows them.")
  private List<UUID> ids;

  @Mixin private ActorOption actor;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      required = true,
      description =
          "Why nothing is lost by it, for the log of operations. Nothing about the patient.")
  private String note;

  @Override
  public Integer call() {
    if (note.isBlank()) {
      throw new StackFailure("--note says why nothing is lost by it; it cannot be empty.");
    }
    String name = actor.name();
    try (OpenDatabases databases = from.open()) {
      List<OpenDatabases.Found> chosen = ids.stream().distinct().map(databases::find).toList();
      int done =
          new DeadLetterRound(
                  spec.commandLine().getOut(),
                  spec.commandLine().getErr(),
                  letter -> new DeadLetterActs(letter.in()).discard(letter.id(), name, note))
              .of(chosen);
      return done == chosen.size() ? 0 : 1;
    }
  }
}

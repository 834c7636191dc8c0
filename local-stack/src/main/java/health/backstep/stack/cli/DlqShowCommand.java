package health.backstep.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.backstep.stack.deadletter.Advice;
import health.backstep.stack.deadletter.DeadLetter;
import health.backstep.stack.deadletter.DeadLetterActs;
import health.backstep.stack.operation.OperationLog;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One dead letter. */
@Command(
    name = "show",
    description = "Shows all about one dead letter, and what to do about such a cause.")
final class DlqShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ServicesOption from;

  @Mixin private ActorOption actor;

  @Parameters(paramLabel = "ID", description = "As ./backstep dlq list shows it.")
  private UUID id;

  @Option(
      names = "--payload",
      description =
          "Show the payload, too. It may hold health data: that you looked is written down.")
  private boolean withPayload;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    String reader = actor.name();
    try (OpenDatabases databases = from.open()) {
      OpenDatabases.Found found = databases.find(id);
      DeadLetter letter = found.letter();
      Optional<Payload> payload =
          withPayload
              ? new DeadLetterActs(found.in()).payload(id, reader).map(Payload::of)
              : Optional.empty();
      DeadLetterPage page =
          new DeadLetterPage(
              letter,
              Advice.about(letter.cause()),
              new OperationLog(found.in()).of(id.toString()),
              payload);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(DeadLetterJson.of(page));
      } else {
        page.print(out);
      }
      out.flush();
      return 0;
    }
  }
}

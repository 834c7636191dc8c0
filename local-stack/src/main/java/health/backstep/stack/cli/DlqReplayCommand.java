package health.backstep.stack.cli;

import health.backstep.stack.deadletter.DeadLetterActs;
import health.backstep.stack.deadletter.Selection;
import health.backstep.stack.platform.StackFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives dead letters another try. */
@Command(
    name = "replay",
    description = {
      "Gives dead letters to their service once more, as they came; other receivers of the topic",
      "leave them alone. One that fails again comes back as a new dead letter.",
      "Exit code 1 when one was not open any more, or is too large for Kafka."
    })
final class DlqReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ServicesOption from;

  @ArgGroup(multiplicity = "1")
  private DeadLetterChoice which;

  @Option(names = "--cause", paramLabel = "CODE", description = "With --all: only of this cause.")
  private String cause;

  @Mixin private ActorOption actor;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why, for the log of operations. Nothing about the patient.")
  private String note;

  @Option(names = "--yes", description = "With --all: do not ask.")
  private boolean yes;

  @Override
  public Integer call() {
    if (cause != null && !which.isAll()) {
      throw new StackFailure("--cause goes with --all.");
    }
    String name = actor.name();
    try (OpenDatabases databases = from.open()) {
      List<OpenDatabases.Found> chosen = chosen(databases);
      if (which.isAll() && !isAgreedTo(chosen.size())) {
        return 0;
      }
      PrintWriter out = spec.commandLine().getOut();
      DeadLetterRound round =
          new DeadLetterRound(
              out,
              spec.commandLine().getErr(),
              letter -> acts(letter).replay(letter.id(), name, note));
      int done = round.of(chosen);
      if (done > 0) {
        out.printf(
            Locale.ROOT,
            "%,d on the way. One that fails again is in ./backstep dlq list soon.%n",
            done);
        out.flush();
      }
      return done == chosen.size() ? 0 : 1;
    }
  }

  private static DeadLetterActs acts(OpenDatabases.Found letter) {
    return new DeadLetterActs(letter.in());
  }

  /** What is open now: what comes back meanwhile is not replayed for ever. */
  private List<OpenDatabases.Found> chosen(OpenDatabases databases) {
    return which.isAll()
        ? databases.all(Selection.open().withCause(Optional.ofNullable(cause)))
        : which.ids().stream().distinct().map(databases::find).toList();
  }

  private boolean isAgreedTo(int count) {
    String what =
        String.format(
            Locale.ROOT,
            "%,d open dead letter%s%s",
            count,
            count == 1 ? "" : "s",
            cause == null ? "" : " of cause " + Printable.text(cause));
    if (count == 0) {
      spec.commandLine()
          .getOut()
          .printf(
              "There are no open dead letters%s.%n",
              cause == null ? "" : " of cause " + Printable.text(cause));
      spec.commandLine().getOut().flush();
      return false;
    }
    return yes || Agreement.to("Replay " + what);
  }
}

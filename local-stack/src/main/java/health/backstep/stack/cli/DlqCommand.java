package health.backstep.stack.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with dead letters. */
@Command(
    name = "dlq",
    description = {
      "Works through the dead letters: records that a service could not handle and set aside, so",
      "that the patient's later events could go on. Each act is written down with who did it."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DlqListCommand.class,
      DlqShowCommand.class,
      DlqReplayCommand.class,
      DlqDiscardCommand.class,
      DlqLogCommand.class
    })
final class DlqCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing the command: list, show, replay, discard or log");
  }
}

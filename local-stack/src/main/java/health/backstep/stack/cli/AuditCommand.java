package health.backstep.stack.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with the audit logs. */
@Command(
    name = "audit",
    description = {
      "Reads and checks the services' audit logs: who did what, when, to whose data, and how it",
      "ended. What operators do by command is shown by ./backstep dlq log."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {AuditVerifyCommand.class, AuditListCommand.class})
final class AuditCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing the command: verify or list");
  }
}

package health.backstep.stack.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with rule sets. */
@Command(
    name = "ruleset",
    description = "Works with versions of the rule set.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = RulesetCompareCommand.class)
final class RulesetCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing the command: compare");
  }
}

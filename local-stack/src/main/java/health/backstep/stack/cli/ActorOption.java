package health.backstep.stack.cli;

import health.backstep.stack.platform.StackFailure;
import picocli.CommandLine.Option;

/** Who does it; the name goes into the audit. */
final class ActorOption {

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Your name for the audit (default: the name you are logged in with).")
  private String actor;

  String name() {
    if (actor == null || actor.isBlank()) {
      throw new StackFailure("--actor needs a name: the audit says who did it.");
    }
    return actor.strip();
  }
}

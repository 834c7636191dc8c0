package health.backstep.faults.cli;

import health.backstep.faults.RunOptions;
import health.backstep.faults.cluster.Layout;
import health.backstep.faults.nemesis.ClockAgent;
import health.backstep.faults.nemesis.Fault;
import health.backstep.faults.nemesis.Faults;
import health.backstep.stack.platform.StackFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Which faults a person wants, and for how long. */
final class RunChoice {

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What happens comes from it; a failed run is run again with its seed.")
  private Long seed;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "10",
      description =
          "How long harm is done (default ${DEFAULT-VALUE}); a few more to rest and check.")
  private int minutes;

  @Option(names = "--short", description = "Each of the most telling faults once: about 3 minutes.")
  private boolean shortRound;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      arity = "1..*",
      description = "Only faults whose name has this in it.")
  private List<String> only = List.of();

  boolean isShort() {
    return shortRound;
  }

  /**
   * What the run does.
   *
   * @throws StackFailure when no fault is left or there is no time for one
   */
  RunOptions options() {
    long chosen = seed == null ? System.currentTimeMillis() % 1_000_000 : seed;
    List<Fault> faults = chosen(shortRound ? Faults.shortRound() : Faults.all());
    if (minutes < 1) {
      throw new StackFailure("--minutes is 1 or more.");
    }
    return shortRound ? RunOptions.once(chosen, faults) : RunOptions.of(chosen, minutes, faults);
  }

  private List<Fault> chosen(List<Fault> faults) {
    List<Fault> chosen =
        faults.stream()
            .filter(fault -> only.isEmpty() || only.stream().anyMatch(part -> has(fault, part)))
            .toList();
    if (chosen.isEmpty()) {
      throw new StackFailure("No fault has " + only + " in its name. --list tells the names.");
    }
    return chosen;
  }

  private static boolean has(Fault fault, String part) {
    return fault.name().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  /**
   * On which the run stands; a long one has clocks that can be wrong, when their agent is built.
   */
  Layout layout(Path repository) {
    Layout standard = Layout.standard();
    return shortRound
        ? standard
        : ClockAgent.builtIn(repository).map(agent -> agent.into(standard)).orElse(standard);
  }
}

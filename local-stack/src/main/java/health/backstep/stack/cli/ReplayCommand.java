package health.backstep.stack.cli;

import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.fold.Rulebook;
import health.backstep.plan.replay.Replay;
import health.backstep.rules.RuleSets;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.replay.Checked;
import health.backstep.stack.replay.PlanDatabase;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows that every stored plan is what its events give. */
@Command(
    name = "replay",
    description = {
      "Makes every stored plan version again from its events, each under the rule set it was made",
      "with, and compares. Reads only; the stack may be at work.",
      "Exit code 0 when all are equal, 1 when one differs."
    })
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private PlanDatabaseOptions from;

  @Option(names = "--check", required = true, description = "Compare, and tell what differs.")
  private boolean check;

  @Option(names = "--patient", paramLabel = "ID", description = "Look at this patient only.")
  private UUID patient;

  @Override
  public Integer call() {
    Optional<UUID> one = Optional.ofNullable(patient);
    try (PlanDatabase database = from.open()) {
      long patients = database.count(one);
      if (patients == 0 && patient != null) {
        throw new StackFailure("No plan of patient " + patient + " is stored there.");
      }
      Checked checked = check(database, one, patients);
      new CheckedReport(checked).print(spec.commandLine().getOut());
      return checked.partings().isEmpty() ? 0 : 1;
    }
  }

  private static Checked check(PlanDatabase database, Optional<UUID> patient, long patients) {
    Replay replay = new Replay(new Rulebook(CatalogueFiles.read(), RuleSets.shipped()));
    try (ProgressBar bar = ProgressBar.of(patients, "patients")) {
      return Checked.of(database, patient, replay, bar::step);
    }
  }
}

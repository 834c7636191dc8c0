package health.backstep.stack.cli;

import health.backstep.stack.LocalStack;
import health.backstep.stack.StackOptions;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.seed.Seeding;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fills a stack with patients who have a history. */
@Command(
    name = "seed",
    description = {
      "Adds patients with a history to a local stack, as if their events had flowed: a few lives are",
      "recorded through the API, and their rows are copied under other ids. A stack that is stopped",
      "is started for it and stopped again. For trying things out: nobody is behind these patients."
    })
final class SeedCommand implements Callable<Integer> {

  private static final int MOST = 10_000_000;

  @Spec private CommandSpec spec;

  @Mixin private DataOption data;

  @Option(names = "--patients", paramLabel = "N", required = true, description = "How many to add.")
  private int patients;

  @Option(
      names = "--weeks",
      paramLabel = "W",
      defaultValue = "52",
      description = "How long their history is (default ${DEFAULT-VALUE}).")
  private int weeks;

  @Option(
      names = "--tenant",
      paramLabel = "T",
      defaultValue = "demo",
      description = "Whose patients they are (default ${DEFAULT-VALUE}).")
  private String tenant;

  @Override
  public Integer call() {
    if (patients < 1 || patients > MOST) {
      throw new StackFailure("--patients is 1 to %d, not %d.".formatted(MOST, patients));
    }
    if (weeks < 1) {
      throw new StackFailure("--weeks is 1 or more, not " + weeks + ".");
    }
    if (data.processes().alive().isEmpty()) {
      seedStopped();
    } else {
      seed();
    }
    return 0;
  }

  private void seedStopped() {
    TerminalProgress progress = TerminalProgress.on(System.out);
    try (LocalStack stack = LocalStack.start(options(), progress)) {
      progress.finish();
      spec.commandLine().getOut().printf("The stack is up on %s.%n", stack.data().root());
      seed();
    }
  }

  private StackOptions options() {
    return StackOptions.everything(data.path(), Repository.root());
  }

  private void seed() {
    long begun = System.nanoTime();
    try (BarMeter meter = new BarMeter();
        Seeding seeding =
            Seeding.prepare(
                new RunningServices(data).api(tenant, "seed"),
                service -> new DatabaseAddress(data, null).connect(service),
                patients,
                weeks,
                meter)) {
      seeding.growTo(patients, meter);
    }
    tell((System.nanoTime() - begun) / 1e9);
  }

  private void tell(double seconds) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%,d patients of %s with %d weeks each, in %.0f s. Their plans can be made again from their"
            + " events:%n  ./backstep replay --check%s%n"
            + "Their events are on no topic; for readers of topics: ./backstep rebuild TOPIC%s%n",
        patients,
        tenant,
        weeks,
        seconds,
        data.option(),
        data.option());
    out.flush();
  }
}

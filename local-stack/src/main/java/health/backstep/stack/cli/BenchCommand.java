package health.backstep.stack.cli;

import health.backstep.stack.LocalStack;
import health.backstep.stack.StackOptions;
import health.backstep.stack.bench.Bench;
import health.backstep.stack.bench.BenchPlan;
import health.backstep.stack.bench.BenchReport;
import health.backstep.stack.bench.Growth;
import health.backstep.stack.bench.GrowthPlan;
import health.backstep.stack.bench.GrowthReport;
import health.backstep.stack.bench.Starts;
import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a stack of its own, which leaves nothing behind. */
@Command(
    name = "bench",
    description = {
      "Starts a stack of its own, measures it against this machine's floors and removes it.",
      "Exit code 1 when something accepted had no effect, or more than one.",
      "'bench planner' measures the planner alone instead, with JMH and without a stack."
    })
final class BenchCommand implements Callable<Integer> {

  /** What is to be measured; gives the exit code. */
  private interface Measurement {
    int take(TerminalProgress progress) throws IOException;
  }

  /** What is measured on a stack that was just started. */
  private interface OnStack {
    Outcome measure(LocalStack stack);
  }

  private record Outcome(List<String> table, String json, boolean countsMatch) {}

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures here as well.")
  private Path json;

  @Option(names = "--quick", description = "Within three minutes; the figures spread more.")
  private boolean quick;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "Measure each figure for N seconds in each of the five rounds.")
  private Integer seconds;

  @Option(
      names = "--growth",
      arity = "0..1",
      paramLabel = "N,N,...",
      fallbackValue = "1000,10000,100000",
      description = {
        "Measure with so many patients who have a history instead (${FALLBACK-VALUE}). It takes",
        "long and much of the disk; what does not fit is left out."
      })
  private String growth;

  @Option(
      names = "--weeks",
      paramLabel = "W",
      defaultValue = "52",
      description = "How long that history is (default ${DEFAULT-VALUE}).")
  private int weeks;

  @Override
  public Integer call() throws IOException {
    Measurement measurement = growth == null ? bench() : growth();
    requireFolderOf(json);
    TerminalProgress progress = TerminalProgress.on(System.out);
    try {
      Training.renew(List.of(ServiceName.values()), Repository.root(), progress);
      return measurement.take(progress);
    } finally {
      progress.finish();
    }
  }

  private Measurement bench() {
    BenchPlan plan = plan();
    return progress -> {
      long begun = System.nanoTime();
      Starts starts = Starts.measure(ground(), plan.starts(), progress);
      return onStack(
          progress,
          stack -> {
            Duration spent = Duration.ofNanos(System.nanoTime() - begun);
            BenchReport report = Bench.run(stack, plan.after(spent), starts, progress);
            return new Outcome(report.table(), report.json(), report.countsMatch());
          });
    };
  }

  private Measurement growth() {
    if (quick || seconds != null) {
      throw new StackFailure("--quick and --seconds go without --growth.");
    }
    if (weeks < 1) {
      throw new StackFailure("--weeks is 1 or more, not " + weeks + ".");
    }
    GrowthPlan plan = GrowthPlan.of(PatientCounts.parse(growth), weeks);
    return progress ->
        onStack(
            progress,
            stack -> {
              try (BarMeter meter = new BarMeter()) {
                GrowthReport report = Growth.run(stack, plan, progress, meter);
                return new Outcome(report.table(), report.json(), report.countsMatch());
              }
            });
  }

  private int onStack(TerminalProgress progress, OnStack measurement) throws IOException {
    LocalStack stack = LocalStack.start(options(), progress);
    try {
      Outcome outcome = measurement.measure(stack);
      stack.close();
      FileTree.delete(stack.data().root());
      progress.finish();
      return tell(outcome);
    } catch (IllegalStateException | StackFailure e) {
      return stack.isClosing() ? 1 : fail(stack, e);
    }
  }

  private static StackOptions options() {
    return StackOptions.everything(data(), Repository.root())
        .onPorts(Ports.free())
        .beginningEmpty(true);
  }

  /** Without services. */
  private static StackOptions ground() {
    return new StackOptions(data(), Ports.free(), Set.of(), Repository.root(), true, false);
  }

  private static Path data() {
    return Repository.root().resolve(".backstep/bench");
  }

  private int tell(Outcome outcome) throws IOException {
    System.out.println();
    outcome.table().forEach(System.out::println);
    if (json != null) {
      Files.writeString(json, outcome.json() + "\n");
    }
    return outcome.countsMatch() ? 0 : 1;
  }

  /** The data stays, for whoever looks for the reason. */
  private static int fail(LocalStack stack, RuntimeException failure) {
    stack.close();
    System.err.printf(
        "The measurement failed: %s%nLogs: %s/logs%n", failure.getMessage(), stack.data().root());
    return 1;
  }

  private BenchPlan plan() {
    if (seconds == null) {
      return quick ? BenchPlan.quick() : BenchPlan.full();
    }
    if (quick || seconds < 1) {
      throw new StackFailure("--seconds is 1 or more and goes without --quick.");
    }
    return BenchPlan.ofSeconds(seconds);
  }

  private static void requireFolderOf(Path file) {
    if (file != null && Files.notExists(file.toAbsolutePath().getParent())) {
      throw new StackFailure(
          "There is no folder %s for --json.".formatted(file.toAbsolutePath().getParent()));
    }
  }
}

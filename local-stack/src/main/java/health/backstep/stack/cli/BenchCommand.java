package health.backstep.stack.cli;

import health.backstep.stack.LocalStack;
import health.backstep.stack.StackOptions;
import health.backstep.stack.bench.Bench;
import health.backstep.stack.bench.BenchPlan;
import health.backstep.stack.bench.BenchReport;
import health.backstep.stack.bench.Starts;
import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures here as well.")
  private Path json;

  @Option(names = "--quick", description = "Under three minutes; the figures spread more.")
  private boolean quick;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "Measure each figure for N seconds in each of the three rounds.")
  private Integer seconds;

  @Override
  public Integer call() throws IOException {
    BenchPlan plan = plan();
    requireFolderOf(json);
    TerminalProgress progress = TerminalProgress.on(System.out);
    try {
      Training.renew(List.of(ServiceName.values()), Repository.root(), progress);
      return measure(plan, Starts.measure(ground(), plan.starts(), progress), progress);
    } finally {
      progress.finish();
    }
  }

  private int measure(BenchPlan plan, Starts starts, TerminalProgress progress)
      throws IOException {
    LocalStack stack = LocalStack.start(options(), progress);
    try {
      BenchReport report = Bench.run(stack, plan, starts, progress);
      stack.close();
      FileTree.delete(stack.data().root());
      progress.finish();
      return tell(report);
    } catch (IllegalStateException e) {
      progress.finish();
      return stack.isClosing() ? 1 : fail(stack, e);
    }
  }

  private static StackOptions options() {
    return StackOptions.everything(data(), Repository.root())
        .onPorts(Ports.free())
        .beginningEmpty(true);
  }

  private static StackOptions ground() {
    return new StackOptions(data(), Ports.free(), Set.of(), Repository.root(), true, false);
  }

  private static Path data() {
    return Repository.root().resolve(".backstep/bench");
  }

  private int tell(BenchReport report) throws IOException {
    System.out.println();
    report.table().forEach(System.out::println);
    if (json != null) {
      Files.writeString(json, report.json() + "\n");
    }
    return report.countsMatch() ? 0 : 1;
  }

  /** The data stays, for whoever looks for the reason. */
  private static int fail(LocalStack stack, IllegalStateException failure) {
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

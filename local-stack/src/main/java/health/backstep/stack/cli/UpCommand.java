package health.backstep.stack.cli;

import health.backstep.stack.LocalStack;
import health.backstep.stack.StackOptions;
import health.backstep.stack.database.WalArchive;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.Child;
import health.backstep.stack.training.Training;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything, tells how to use it and stays until Ctrl-C. */
@Command(name = "up", description = "Starts PostgreSQL, Kafka and the services; Ctrl-C stops them.")
final class UpCommand implements Callable<Integer> {

  @Mixin private DataOption data;

  @Option(
      names = "--detach",
      description = "Come back as soon as all is ready; see ./backstep down.")
  private boolean detach;

  @Option(names = "--fresh", description = "Empty the data folder first.")
  private boolean fresh;

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "Add N to every port, for a second stack on this machine.")
  private int portOffset;

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      description =
          "Have PostgreSQL archive its log there, now and at every later start, so that a restore"
              + " loses a minute at most.")
  private Path archive;

  @Option(
      names = "--untrained",
      description =
          "Do not renew the services' ahead-of-time caches after a build; they start slower then.")
  private boolean untrained;

  private final PrintStream out = System.out;

  @Override
  public Integer call() {
    if (archive != null) {
      WalArchive.begin(data.folder().open(), archive.toAbsolutePath());
    }
    StackOptions options = options();
    TerminalProgress progress = TerminalProgress.on(out);
    if (!untrained) {
      Training.renew(List.of(ServiceName.values()), Repository.root(), progress);
    }
    long begun = System.nanoTime();
    LocalStack stack = LocalStack.start(options, progress);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    progress.finish();
    new Welcome(stack, data, took).print(out, detach);
    return detach ? 0 : stay(stack);
  }

  private StackOptions options() {
    return StackOptions.everything(data.path(), Repository.root())
        .onPorts(ports())
        .beginningEmpty(fresh)
        .outlivingUs(detach);
  }

  private Ports ports() {
    try {
      return Ports.standard().plus(portOffset);
    } catch (IllegalArgumentException e) {
      throw new StackFailure(
          "--port-offset %d does not fit: %s.".formatted(portOffset, e.getMessage()), e);
    }
  }

  /** Until Ctrl-C, which ends this JVM and the stack with it, or until the last process ended. */
  private int stay(LocalStack stack) {
    CompletableFuture.allOf(
            stack.children().stream()
                .map(child -> child.exit().thenAccept(code -> report(stack, child, code)))
                .toArray(CompletableFuture[]::new))
        .join();
    return 1;
  }

  private void report(LocalStack stack, Child child, int exitCode) {
    if (!stack.isClosing()) {
      out.printf("%s ended (exit code %d); its log: %s%n", child.name(), exitCode, child.log());
    }
  }
}

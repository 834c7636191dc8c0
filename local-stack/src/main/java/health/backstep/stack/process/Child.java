package health.backstep.stack.process;

import health.backstep.stack.platform.StackFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A process that this JVM started. It goes on when this JVM ends. */
public final class Child {

  private static final long POLL_MILLIS = 25;
  private static final int LOG_LINES = 15;

  private final String name;
  private final Process process;
  private final ProcessIdentity identity;
  private final Path log;

  Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.identity =
        ProcessIdentity.of(process.pid())
            .orElseGet(() -> new ProcessIdentity(process.pid(), "ended before it was seen"));
  }

  public String name() {
    return name;
  }

  public ProcessIdentity identity() {
    return identity;
  }

  public Path log() {
    return log;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with the exit code; for a process ended by a signal it is 128 and the signal. */
  public CompletableFuture<Integer> exit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /**
   * Waits until the process is ready.
   *
   * @throws StackFailure when it ends before or the time runs out, with the end of its log
   */
  public void awaitReady(Duration limit, BooleanSupplier ready) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw failure("ended with exit code " + process.exitValue() + " while starting");
      }
      if (System.nanoTime() > deadline) {
        throw failure("was not ready after " + limit.toSeconds() + " s");
      }
      if (!Pause.of(POLL_MILLIS)) {
        throw new StackFailure("Interrupted while " + name + " was starting.");
      }
    }
  }

  private StackFailure failure(String what) {
    return new StackFailure(
        "%s %s. The end of its log, %s:\n%s"
            .formatted(name, what, log, LogFile.at(log).end(LOG_LINES, "  | ")));
  }
}

package health.backstep.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One process and no other. The kernel gives a pid out again after its process has ended, so the
 * moment of the start belongs to it: boot of the machine and clock ticks since then.
 */
public record ProcessIdentity(long pid, String started) {

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final int STATE = 0;
  private static final int THREADS = 17;
  private static final int START_TICKS = 19;
  private static final long POLL_MILLIS = 20;

  /** The process that has this pid now, unless there is none. */
  public static Optional<ProcessIdentity> of(long pid) {
    return stat(pid)
        .filter(fields -> !isOver(fields))
        .map(fields -> new ProcessIdentity(pid, boot() + "/" + fields.get(START_TICKS)));
  }

  /** False also for a zombie: it has ended, and only its parent has not asked yet. */
  public boolean isAlive() {
    return of(pid).filter(this::equals).isPresent();
  }

  /** Sends the signal to this process; does nothing when it has ended. */
  public void send(Signal signal) {
    if (!isAlive()) {
      return;
    }
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("cannot send " + signal + " to pid " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the end of this process; false when the time ran out. */
  public boolean awaitEnd(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (isAlive()) {
      if (System.nanoTime() > deadline || !Pause.of(POLL_MILLIS)) {
        return false;
      }
    }
    return true;
  }

  /** Asks it to end as such a part wants to be asked and, when its time has run out, ends it. */
  public void end(Part part) {
    send(part.stop());
    endWithin(part.limit());
  }

  /** Gives it the time to end and, when that has run out, ends it. */
  void endWithin(Duration limit) {
    if (!awaitEnd(limit)) {
      kill();
    }
  }

  /** Ends it at once, as a crash would. */
  public void kill() {
    send(Signal.KILL);
    awaitEnd(Duration.ofSeconds(10));
  }

  /** The fields of /proc/pid/stat behind the name, which may itself hold spaces and brackets. */
  private static Optional<List<String>> stat(long pid) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return Optional.of(List.of(line.substring(line.lastIndexOf(')') + 2).split(" ")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A process whose first thread has ended still holds its files while other threads go on. */
  private static boolean isOver(List<String> fields) {
    return switch (fields.get(STATE)) {
      case "X" -> true;
      case "Z" -> Integer.parseInt(fields.get(THREADS)) <= 1;
      default -> false;
    };
  }

  private static String boot() {
    try {
      return Files.readString(BOOT).strip();
    } catch (IOException e) {
      return "boot";
    }
  }
}

package health.backstep.stack.database;

import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file postmaster.pid, by which PostgreSQL keeps a second server off a cluster. After a crash
 * it stays behind, and when the kernel has given the pid to somebody else since, PostgreSQL would
 * not start. All processes of a cluster work inside its folder, which tells more than the pid.
 */
record ServerLock(Path cluster) {

  private static final long LIMIT_NANOS = 10_000_000_000L;
  private static final long POLL_MILLIS = 50;

  /**
   * Waits for what a crashed server left running and removes its lock.
   *
   * @throws StackFailure when processes stay: another server is at work there
   */
  void clear() {
    long deadline = System.nanoTime() + LIMIT_NANOS;
    List<Long> users = users();
    while (!users.isEmpty()) {
      if (System.nanoTime() > deadline || !Pause.of(POLL_MILLIS)) {
        throw new StackFailure(
            """
            A PostgreSQL server (pid %d) is already at work in %s.
            Stop it with ./backstep down, or by: kill -INT %d"""
                .formatted(users.getFirst(), cluster, users.getFirst()));
      }
      users = users();
    }
    try {
      Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the lock of a crashed server", e);
    }
  }

  private List<Long> users() {
    try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
      return processes.map(ProcessHandle::pid).filter(this::worksHere).sorted().toList();
    }
  }

  private boolean worksHere(long pid) {
    Path directory = Path.of("/proc", Long.toString(pid), "cwd");
    try {
      return Files.readSymbolicLink(directory).equals(cluster.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}

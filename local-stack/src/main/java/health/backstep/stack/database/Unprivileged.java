package health.backstep.stack.database;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. As root it is started in a user namespace in which it is
 * nobody: the files stay root's, the pid stays the one we started, and signals reach it.
 */
final class Unprivileged {

  private static final List<String> NAMESPACE = List.of("unshare", "--user");

  private Unprivileged() {}

  /** What stands before a command of PostgreSQL. */
  static List<String> prefix() {
    if (!isRoot()) {
      return List.of();
    }
    if (!namespacesWork()) {
      throw new StackFailure(
          """
          PostgreSQL does not run as root, and this machine allows no user namespaces to hide it.
          Run ./backstep as a normal user.""");
    }
    return NAMESPACE;
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean namespacesWork() {
    try {
      Process process = new ProcessBuilder("unshare", "--user", "true").start();
      return process.onExit().join().exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}

package health.backstep.stack.database;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root and as a user without a name. Then it is started in a user
 * namespace in which it is nobody: the files stay ours, the pid stays the one that was started, and
 * signals reach it.
 */
final class Unprivileged {

  private static final List<String> NAMESPACE = List.of("unshare", "--user");

  private Unprivileged() {}

  /** What stands before a command of PostgreSQL. */
  static List<String> prefix() {
    if (!isRoot() && hasName()) {
      return List.of();
    }
    if (!namespacesWork()) {
      throw new StackFailure(
          """
          PostgreSQL does not run as root, and this machine allows no user namespaces to hide it.
          Run ./backstep as a normal user with a name.""");
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

  /** A container may run under a user id that nothing knows. */
  private static boolean hasName() {
    return !"?".equals(System.getProperty("user.name"));
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

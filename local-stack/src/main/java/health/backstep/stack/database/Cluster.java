package health.backstep.stack.database;

import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.LogFile;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files of a PostgreSQL cluster. Passwords are asked for on this machine, too. */
record Cluster(Path folder, PostgresBinaries binaries) {

  /** The superuser, used only to set up roles and databases. */
  static final String SUPERUSER = "postgres";

  private static final String PASSWORDS_ONLY =
      """
      # Written at each start. Without a password nobody gets in.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("max_connections", "200"),
          Map.entry("shared_buffers", "128MB"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("log_line_prefix", "%m [%p] %q%u@%d "));

  /** Makes the cluster if it does not exist, and sets who may come in. */
  void prepare(String superuserPassword, Path log) {
    try {
      if (Files.notExists(folder)) {
        create(superuserPassword, log);
      }
      Files.writeString(folder.resolve("pg_hba.conf"), PASSWORDS_ONLY);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the database folder " + folder, e);
    }
  }

  /**
   * Runs the server.
   *
   * @param more settings besides the usual ones
   */
  List<String> serverCommand(int port, Map<String, String> more) {
    List<String> command = new ArrayList<>(Unprivileged.prefix());
    command.addAll(List.of(binaries.program("postgres").toString(), "-D", folder.toString()));
    command.addAll(List.of("-p", Integer.toString(port)));
    SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    more.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command;
  }

  /** Tells this cluster, and whatever is restored from it, from every other one. */
  String systemId() {
    Path control = folder.resolve("global/pg_control");
    try (DataInputStream file = new DataInputStream(Files.newInputStream(control))) {
      return Long.toUnsignedString(Long.reverseBytes(file.readLong()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + control, e);
    }
  }

  /** In a draft folder that is renamed at the end, so that an interrupted one is never used. */
  private void create(String superuserPassword, Path log) throws IOException {
    Path draft = folder.resolveSibling(folder.getFileName() + ".new");
    FileTree.delete(draft);
    Files.createDirectories(folder.getParent());
    Files.createDirectories(log.getParent());
    Path password =
        Files.createTempFile(
            folder.getParent(),
            "password",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(password, superuserPassword);
      initdb(draft, password, log);
    } finally {
      Files.delete(password);
    }
    Files.move(draft, folder);
  }

  private void initdb(Path draft, Path password, Path log) throws IOException {
    List<String> command = new ArrayList<>(Unprivileged.prefix());
    command.add(binaries.program("initdb").toString());
    command.addAll(List.of("-D", draft.toString(), "-U", SUPERUSER, "--pwfile=" + password));
    command.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"));
    command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    Process process =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    int exitCode = process.onExit().join().exitValue();
    if (exitCode != 0) {
      throw new StackFailure(
          "PostgreSQL could not make its data folder (exit code %d). The end of its log, %s:\n%s"
              .formatted(exitCode, log, LogFile.at(log).end(15, "  | ")));
    }
  }
}

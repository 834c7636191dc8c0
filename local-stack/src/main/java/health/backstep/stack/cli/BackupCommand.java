package health.backstep.stack.cli;

import health.backstep.stack.backup.Backup;
import health.backstep.stack.backup.Backups;
import health.backstep.stack.backup.BaseBackup;
import health.backstep.stack.backup.Manifest;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.database.WalArchive;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.secret.Secrets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies the databases of a stack that is at work. */
@Command(
    name = "backup",
    description = {
      "Copies all three databases, as they are at one moment, while the stack goes on.",
      "A backup holds health data, and only you may read it. The secrets are not in it, and Kafka",
      "is not: its topics are sent again from the databases."
    })
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private DataOption data;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where backups are kept (default: 'backups' in the data folder).")
  private Path to;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Remove older backups, but for the newest N, and the archived log before them.")
  private Integer keep;

  @Override
  public Integer call() {
    if (keep != null && keep < 1) {
      throw new StackFailure("--keep is 1 or more, not " + keep + ".");
    }
    DataFolder folder = data.folder();
    Backups backups = new Backups(to == null ? folder.backups() : to.toAbsolutePath());
    tell(make(folder, backups));
    if (keep != null) {
      tidy(folder, backups);
    }
    return 0;
  }

  private Backup make(DataFolder folder, Backups backups) {
    try (Connection connection = new DatabaseAddress(data, null).connect(ServiceName.PLAN);
        BarMeter meter = new BarMeter()) {
      return new BaseBackup(
              PostgresServer.folder(folder), Secrets.in(folder.root()), backups, Clock.systemUTC())
          .make(connection, meter);
    } catch (SQLException e) {
      throw new StackFailure("The database cannot be reached: " + e.getMessage(), e);
    }
  }

  private void tell(Backup backup) {
    Manifest manifest = backup.manifest();
    PrintWriter out = spec.commandLine().getOut();
    out.println(backup.folder());
    out.printf(
        Locale.ROOT,
        "%,d files, %,d bytes. Everything that was answered before %s is in it.%n",
        manifest.files().size(),
        manifest.bytes(),
        manifest.through());
    out.println(
        manifest.archived()
            ? "What comes after goes to the archive at least every %d s."
                .formatted(WalArchive.TIMEOUT.toSeconds())
            : "What comes after is in the next backup only; ./backstep up --archive DIR loses less.");
    out.println(
        "It holds health data. Copy it to another place, and keep the folder 'secrets' apart from it: it opens with them alone.");
    out.flush();
  }

  private void tidy(DataFolder folder, Backups backups) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> removed = backups.keep(keep);
    removed.forEach(name -> out.println("removed " + name));
    Manifest oldest = backups.all().getFirst().manifest();
    WalArchive.of(folder)
        .ifPresent(
            archive ->
                out.printf(
                    "removed %d files of the archived log%n",
                    archive.removeBefore(oldest.systemId(), oldest.firstSegment())));
    out.flush();
  }
}

package health.backstep.stack.cli;

import health.backstep.stack.backup.Backup;
import health.backstep.stack.backup.Backups;
import health.backstep.stack.backup.Restore;
import health.backstep.stack.backup.Restored;
import health.backstep.stack.backup.UpTo;
import health.backstep.stack.database.WalArchive;
import health.backstep.stack.platform.DataFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the databases of a stopped stack back. */
@Command(
    name = "restore",
    description = {
      "Puts the databases of a backup into a data folder, brought up by the archived log as far as",
      "that goes. Kafka's data are removed: at the next start the services send every topic again."
    })
final class RestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private DataOption data;

  @Parameters(
      paramLabel = "BACKUP",
      arity = "0..1",
      description = "Folder of the backup (default: the newest in 'backups' of the data folder).")
  private Path backup;

  @Option(
      names = "--to",
      paramLabel = "latest|backup|TIME",
      defaultValue = "latest",
      description =
          "How far: as the archived log goes (default), to the end of the backup, or to a time such"
              + " as 2026-11-22T17:30:00Z.")
  private String to;

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      description = "Where the archived log is (default: where the data folder says, if it does).")
  private Path archive;

  @Option(names = "--replace", description = "Throw away the data that are there.")
  private boolean replace;

  @Mixin private ActorOption actor;

  @Override
  public Integer call() {
    UpTo upTo = UpTo.parse(to);
    DataFolder folder = data.folder();
    Backup chosen =
        backup == null
            ? new Backups(folder.backups()).newest()
            : Backup.in(backup.toAbsolutePath());
    Restore restore = new Restore(folder, chosen, archive(folder), upTo, replace, actor.name());
    try (BarMeter meter = new BarMeter()) {
      tell(chosen, restore.run(meter), restore.archive().isPresent());
    }
    return 0;
  }

  private Optional<WalArchive> archive(DataFolder folder) {
    return archive == null
        ? WalArchive.of(folder)
        : Optional.of(WalArchive.at(archive.toAbsolutePath()));
  }

  private void tell(Backup chosen, Restored restored, boolean withArchive) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s is restored into %s.%n", chosen.name(), data.path());
    out.printf("Everything that was answered before %s is there.%n", restored.through());
    out.println(
        "What was answered later is lost. Tell partners that time: they send it again, with the Idempotency-Key that it had.");
    if (restored.moreIsArchived() && !withArchive) {
      out.println("The log of what came later was archived: with --archive DIR less is lost.");
    }
    restored
        .changesAfter()
        .ifPresent(
            number ->
                out.printf(
                    "Changes are numbered from %d on. Partners who follow them are told to read their plans anew (410).%n",
                    number + 1));
    out.println(erasures(restored));
    out.println(
        "Kafka is empty; the services send every topic again. Whoever else reads topics forgets what it has and reads from their beginning.");
    out.printf("Next: %s, then a new backup.%n", data.upCommand());
    out.flush();
  }

  private static String erasures(Restored restored) {
    if (!restored.journal()) {
      return "There is no journal of erasures: every erasure that was ordered later must be ordered again. Its receipt names the patient.";
    }
    return restored.erasures() == 0
        ? "No erasure was ordered later."
        : "Erasures that were ordered later and are carried out again at the next start: %d."
            .formatted(restored.erasures());
  }
}

package health.backstep.stack.backup;

import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.database.WalArchive;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.FolderLock;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Brings a data folder back from a backup. The cluster is unpacked, brought up and set right beside
 * what is there, so that until then nothing of that is touched.
 *
 * @param archive where the archived log is, if there is one
 * @param replacing whether what is there may be thrown away
 * @param actor who does it
 */
public record Restore(
    DataFolder data,
    Backup backup,
    Optional<WalArchive> archive,
    UpTo upTo,
    boolean replacing,
    String actor) {

  /**
   * Does it.
   *
   * @throws StackFailure when it may not or cannot be done
   */
  public Restored run(Meter meter) {
    DataFolder ours = data.open();
    requireNothingRuns(ours);
    try (FolderLock _ = FolderLock.of(ours)) {
      requireNothingRuns(ours);
      return restore(ours, meter);
    } catch (IOException e) {
      throw new StackFailure(
          "The backup could not be restored into %s: %s".formatted(ours.root(), e.getMessage()), e);
    }
  }

  private Restored restore(DataFolder ours, Meter meter) throws IOException {
    requireRoom(ours);
    Manifest manifest = backup.manifest();
    requireReach(manifest);
    Secrets secrets = requireSecrets(ours, manifest);
    backup.verify(meter);
    Path draft = ours.root().resolve("restoring");
    FileTree.delete(draft);
    try {
      OwnFiles.makeFolder(draft);
      OwnFiles.makeFolder(draft.resolve("postgres"));
      DataFolder beside = DataFolder.at(draft);
      requireSpace(beside, manifest);
      new Unpacking(backup, manifest, meter).into(PostgresServer.folder(beside));
      AfterRestore.Settled settled =
          new Recovery(beside, secrets, archive, WalArchive.of(ours))
              .with(manifest, upTo, this::settle);
      exchange(ours, PostgresServer.folder(beside));
      return Restored.of(manifest, settled, new ErasureJournal(ours.erasures()));
    } finally {
      FileTree.delete(draft);
    }
  }

  private AfterRestore.Settled settle(PostgresServer server) {
    return new AfterRestore(server, backup.name(), actor).settle();
  }

  /**
   * Kafka goes first: it must never stand beside databases that do not know what it tells. Until
   * the end a repeated restore finds all it needs.
   */
  private static void exchange(DataFolder ours, Path restored) throws IOException {
    Path now = PostgresServer.folder(ours);
    Path before = now.resolveSibling("postgres.replaced");
    FileTree.delete(before);
    FileTree.delete(KafkaBroker.logFolder(ours));
    if (Files.exists(now)) {
      Files.move(now, before, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(restored, now, StandardCopyOption.ATOMIC_MOVE);
    OwnFiles.sync(ours.root());
    FileTree.delete(before);
  }

  private static void requireNothingRuns(DataFolder ours) {
    List<String> alive =
        ProcessTable.at(ours.processTable()).alive().stream().map(RunningProcess::name).toList();
    if (!alive.isEmpty()) {
      throw new StackFailure(
          """
          A stack runs on %s: %s.
          Stop it first: ./backstep down --data %s"""
              .formatted(ours.root(), String.join(", ", alive), ours.root()));
    }
  }

  private void requireRoom(DataFolder ours) {
    List<Path> there =
        List.of(PostgresServer.folder(ours), KafkaBroker.logFolder(ours)).stream()
            .filter(Files::exists)
            .toList();
    if (!replacing && !there.isEmpty()) {
      throw new StackFailure(
          """
          There are data in %s already. Nothing was changed.
          To throw them away and put the backup in their place, add --replace."""
              .formatted(ours.root()));
    }
  }

  private void requireReach(Manifest manifest) {
    if (upTo instanceof UpTo.Moment(var at)) {
      if (archive.isEmpty()) {
        throw new StackFailure(
            "A time can be reached by the archived log only. Name its folder with --archive.");
      }
      if (at.isBefore(manifest.point())) {
        throw new StackFailure(
            "%s was made at %s, which is later than %s. Name an older backup."
                .formatted(backup.name(), manifest.point(), at));
      }
    }
  }

  private Secrets requireSecrets(DataFolder ours, Manifest manifest) {
    if (!Secrets.existIn(ours.root())) {
      throw new StackFailure(
          """
          %s has no secrets, and without those of the time of the backup nobody gets into it.
          Put the folder 'secrets' back that you keep apart from the backups."""
              .formatted(ours.root()));
    }
    Secrets secrets = Secrets.in(ours.root());
    if (!secrets.mark().equals(manifest.secretsMark())) {
      throw new StackFailure(
          """
          The secrets in %s are not those of this backup: nobody would get into it.
          Put the folder 'secrets' back that belongs to it."""
              .formatted(ours.root()));
    }
    return secrets;
  }

  private static void requireSpace(DataFolder beside, Manifest manifest) throws IOException {
    long free = Files.getFileStore(beside.root()).getUsableSpace();
    if (free < manifest.bytes()) {
      throw new StackFailure(
          "There is no room for the backup: %,d bytes are needed beside what is there, and %,d are free."
              .formatted(manifest.bytes(), free));
    }
  }
}

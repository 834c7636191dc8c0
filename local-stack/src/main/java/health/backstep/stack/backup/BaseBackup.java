package health.backstep.stack.backup;

import health.backstep.stack.backup.BackupSession.Ended;
import health.backstep.stack.backup.BackupSession.Facts;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.secret.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Copies a whole cluster while it is at work. All three databases are in it and share one log, so
 * the copy is of one moment: an event that one service has taken in is in the outbox of the other.
 *
 * @param cluster the server's data folder
 */
public record BaseBackup(Path cluster, Secrets secrets, Backups backups, Clock clock) {

  private static final int LOOKS_AT_CONTROL = 100;

  /**
   * Makes a backup.
   *
   * @param connection of a superuser; the backup ends with it when it breaks
   * @throws StackFailure when it cannot be made; then nothing of it is left
   */
  public Backup make(Connection connection, Meter meter) {
    try {
      Path draft = backups.begin(clock.instant());
      try {
        return write(connection, draft, meter);
      } catch (SQLException | IOException | RuntimeException e) {
        Backups.delete(draft);
        throw e;
      }
    } catch (SQLException e) {
      throw new StackFailure("PostgreSQL lets nobody make a backup: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new StackFailure(
          "The backup could not be written to %s: %s".formatted(backups.folder(), e.getMessage()),
          e);
    }
  }

  private Backup write(Connection connection, Path draft, Meter meter)
      throws SQLException, IOException {
    BackupSession session = BackupSession.begin(connection, draft.getFileName().toString());
    requireOurs(session.facts());
    Instant begun = session.now();
    Path tar = draft.resolve(Backup.FILES);
    Packing packing = new Packing(tar, meter);
    Ended ended;
    try (packing) {
      copyFiles(packing, meter);
      ended = session.end();
      packing.content("backup_label", ended.label().getBytes(StandardCharsets.UTF_8));
      copyLog(packing, ended.segments());
    }
    OwnFiles.sync(tar);
    Manifest manifest = manifest(session.facts(), begun, ended, packing);
    OwnFiles.write(draft.resolve(Backup.MANIFEST), manifest.toJson());
    Map<String, String> sums = new LinkedHashMap<>();
    sums.put(Backup.FILES, packing.digest());
    sums.put(Backup.MANIFEST, Digests.of(manifest.toJson()));
    OwnFiles.write(draft.resolve(Backup.SUMS), Backup.sums(sums).getBytes(StandardCharsets.UTF_8));
    return backups.finish(draft);
  }

  private void requireOurs(Facts facts) throws IOException {
    if (!Path.of(facts.folder()).equals(cluster.toRealPath())) {
      throw new StackFailure(
          "The server that answers keeps its files in %s, not in %s."
              .formatted(facts.folder(), cluster));
    }
  }

  private void copyFiles(Packing packing, Meter meter) throws IOException {
    ClusterFiles there = ClusterFiles.in(cluster);
    meter.begin("bytes of the cluster", there.bytes());
    for (String folder : there.folders()) {
      packing.folder(folder);
    }
    for (String file : there.files()) {
      packing.file(file, cluster.resolve(file));
    }
    packing.content(ClusterFiles.CONTROL, control());
  }

  /** The server may be writing it; what is read twice alike is whole. */
  private byte[] control() throws IOException {
    Path file = cluster.resolve(ClusterFiles.CONTROL);
    byte[] before = Files.readAllBytes(file);
    for (int look = 0; look < LOOKS_AT_CONTROL; look++) {
      byte[] now = Files.readAllBytes(file);
      if (Arrays.equals(before, now)) {
        return now;
      }
      before = now;
    }
    throw new StackFailure("PostgreSQL does not stop writing " + file + ". Try again.");
  }

  private void copyLog(Packing packing, List<String> segments) throws IOException {
    Path log = cluster.resolve("pg_wal");
    for (String segment : segments) {
      if (!packing.file("pg_wal/" + segment, log.resolve(segment))) {
        throw new StackFailure(
            "PostgreSQL removed %s of its log before it was copied. Try again.".formatted(segment));
      }
    }
    for (String history : histories(log)) {
      packing.file("pg_wal/" + history, log.resolve(history));
    }
  }

  /** They tell where earlier restores branched off. */
  private static List<String> histories(Path log) throws IOException {
    try (Stream<Path> files = Files.list(log)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".history"))
          .sorted()
          .toList();
    }
  }

  private Manifest manifest(Facts facts, Instant begun, Ended ended, Packing packing) {
    String first = ended.segments().getFirst();
    return new Manifest(
        Manifest.FORMAT,
        begun.toString(),
        ended.through().toString(),
        facts.version(),
        facts.systemId(),
        Long.parseLong(first.substring(0, 8), 16),
        first,
        ended.segments().getLast(),
        secrets.mark(),
        facts.archived(),
        packing.items());
  }
}

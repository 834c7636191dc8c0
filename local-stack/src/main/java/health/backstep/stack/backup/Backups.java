package health.backstep.stack.backup;

import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** A folder with backups, each in a folder that is named by its time. */
public record Backups(Path folder) {

  /** What a backup's name ends with until it is whole. */
  static final String UNFINISHED = ".unfinished";

  private static final String PREFIX = "backup-";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'" + PREFIX + "'yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Those that are whole, oldest first. */
  public List<Backup> all() {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(Files::isDirectory)
          .filter(path -> path.getFileName().toString().startsWith(PREFIX))
          .filter(path -> !path.getFileName().toString().endsWith(UNFINISHED))
          .sorted()
          .map(Backup::new)
          .toList();
    } catch (IOException e) {
      throw new StackFailure("Cannot list " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * The one that was made last.
   *
   * @throws StackFailure when there is none
   */
  public Backup newest() {
    List<Backup> all = all();
    if (all.isEmpty()) {
      throw new StackFailure("There is no backup in %s. Name the folder of one.".formatted(folder));
    }
    return Backup.in(all.getLast().folder());
  }

  /** Removes all but the newest ones, and what was never finished; returns what is gone. */
  public List<String> keep(int newest) {
    List<Backup> all = all();
    List<Backup> old = all.subList(0, Math.max(0, all.size() - newest));
    old.forEach(backup -> delete(backup.folder()));
    return old.stream().map(Backup::name).toList();
  }

  /** An empty folder that becomes a backup when it is finished. */
  Path begin(Instant now) throws IOException {
    OwnFiles.makeFolders(folder);
    Path draft = folder.resolve(NAME.format(now) + UNFINISHED);
    FileTree.delete(draft);
    return OwnFiles.makeFolder(draft);
  }

  /** From now on it is one: half a backup is never taken for a whole. */
  Backup finish(Path draft) throws IOException {
    OwnFiles.sync(draft);
    String name = draft.getFileName().toString();
    Path whole = draft.resolveSibling(name.substring(0, name.length() - UNFINISHED.length()));
    Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
    OwnFiles.sync(folder);
    return Backup.in(whole);
  }

  static void delete(Path folder) {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      throw new StackFailure("Cannot remove " + folder + ": " + e.getMessage(), e);
    }
  }
}

package health.backstep.stack.database;

import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where PostgreSQL puts its log file by file, so that a restored backup can be brought up to almost
 * now. Each cluster has a folder of its own in there: the names of the files begin anew with each.
 */
public record WalArchive(Path folder) {

  /** A file that is not full goes to the archive after this time: what can be lost at most. */
  public static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** Paths that need no quoting, neither for a shell nor for PostgreSQL. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/.+@:-]+");

  private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
  private static final int TIMELINE_DIGITS = 8;

  /**
   * A file appears whole or not at all. One that is there already is left alone: PostgreSQL asks
   * again when it could not note that it was done, and two clusters must not write over each other.
   */
  private static final String ARCHIVE =
      "if [ -f %1$s/%%f ]; then cmp -s %%p %1$s/%%f; else cp %%p %1$s/%%f.part"
          + " && sync %1$s/%%f.part && mv %1$s/%%f.part %1$s/%%f && sync %1$s; fi";

  private static final String RESTORE = "test -f %1$s/%%f && cp %1$s/%%f %%p";

  /** That of a data folder; empty when nobody asked for one. */
  public static Optional<WalArchive> of(DataFolder data) {
    return Files.notExists(data.archive(), LinkOption.NOFOLLOW_LINKS)
        ? Optional.empty()
        : Optional.of(at(data.archive()));
  }

  /**
   * The archive in a folder that is there.
   *
   * @throws StackFailure when it is not, as when its disk is not mounted
   */
  public static WalArchive at(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new StackFailure(
          "The folder of the archive, %s, is not there. Is its disk mounted?".formatted(folder));
    }
    try {
      Path real = folder.toRealPath();
      if (!PLAIN.matcher(real.toString()).matches()) {
        throw new StackFailure(
            "The archive cannot lie in %s: its path may hold letters, digits and _ / . + @ : - only."
                .formatted(real));
      }
      return new WalArchive(real);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Has the data folder's PostgreSQL archive there, from its next start on.
   *
   * @throws StackFailure when it archives elsewhere already
   */
  public static void begin(DataFolder data, Path folder) {
    try {
      Files.createDirectories(folder);
      Path real = at(folder).folder();
      if (Files.notExists(data.archive(), LinkOption.NOFOLLOW_LINKS)) {
        Files.createSymbolicLink(data.archive(), real);
      }
      Path now = at(data.archive()).folder();
      if (!now.equals(real)) {
        throw new StackFailure(
            "The archive of %s is %s. Remove %s first, then make a new backup."
                .formatted(data.root(), now, data.archive()));
      }
    } catch (IOException e) {
      throw new StackFailure("Cannot archive into " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Where the files of one cluster are. */
  public Path of(String systemId) {
    return folder.resolve(systemId);
  }

  /** What makes a cluster's server archive; its folder is there afterwards. */
  public Map<String, String> settings(String systemId) {
    Path own = of(systemId);
    try {
      Files.createDirectories(
          own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new StackFailure("Cannot archive into " + own + ": " + e.getMessage(), e);
    }
    return Map.of(
        "archive_mode",
        "on",
        "archive_timeout",
        TIMEOUT.toSeconds() + "s",
        "archive_command",
        ARCHIVE.formatted(own));
  }

  /**
   * Removes the files that come before one, whichever timeline they are of.
   *
   * @param segment the oldest file that a backup still needs
   * @return how many were removed
   */
  public int removeBefore(String systemId, String segment) {
    try (Stream<Path> files = Files.list(of(systemId))) {
      List<Path> old =
          files.filter(file -> isBefore(file.getFileName().toString(), segment)).toList();
      for (Path file : old) {
        Files.delete(file);
      }
      return old.size();
    } catch (IOException e) {
      throw new StackFailure(
          "The archive %s could not be tidied: %s".formatted(of(systemId), e.getMessage()), e);
    }
  }

  private static boolean isBefore(String name, String segment) {
    return SEGMENT.matcher(name).matches()
        && name.substring(TIMELINE_DIGITS).compareTo(segment.substring(TIMELINE_DIGITS)) < 0;
  }

  /** The command by which a server that recovers asks for a file. */
  public String restoreCommand(String systemId) {
    return RESTORE.formatted(of(systemId));
  }
}

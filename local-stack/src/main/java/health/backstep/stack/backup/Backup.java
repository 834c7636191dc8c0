package health.backstep.stack.backup;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole backup: the cluster's files, what they are, and checksums that {@code sha256sum -c} reads
 * as well.
 */
public record Backup(Path folder) {

  static final String FILES = "cluster.tar.gz";
  static final String MANIFEST = "manifest.json";
  static final String SUMS = "SHA256SUMS";

  private static final int DIGITS = 64;
  private static final int BUFFER = 1 << 16;

  /**
   * The backup in a folder.
   *
   * @throws StackFailure when it is none, or half of one
   */
  public static Backup in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new StackFailure(
          "There is no backup %s. Name the folder of one.".formatted(folder.toAbsolutePath()));
    }
    boolean whole =
        !folder.getFileName().toString().endsWith(Backups.UNFINISHED)
            && List.of(FILES, MANIFEST, SUMS).stream()
                .allMatch(name -> Files.isRegularFile(folder.resolve(name)));
    if (!whole) {
      throw new StackFailure(
          "%s is no whole backup: it was not finished, or not copied whole. Take another one."
              .formatted(folder.toAbsolutePath()));
    }
    return new Backup(folder);
  }

  public String name() {
    return folder.getFileName().toString();
  }

  Path files() {
    return folder.resolve(FILES);
  }

  public Manifest manifest() {
    try {
      return Manifest.of(Files.readAllBytes(folder.resolve(MANIFEST)));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Reads all of it.
   *
   * @throws StackFailure when something is not as it was written
   */
  public void verify(Meter meter) {
    try {
      Map<String, String> sums = sums();
      meter.begin("bytes checked", Files.size(files()));
      for (String name : List.of(MANIFEST, FILES)) {
        if (!digest(folder.resolve(name), meter).equals(sums.get(name))) {
          throw damaged(name);
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  StackFailure damaged(String what) {
    return new StackFailure(
        """
        The backup %s is damaged: %s is not what was written. Nothing was changed.
        Take another copy of it, or an older backup."""
            .formatted(folder.toAbsolutePath(), what));
  }

  private StackFailure unreadable(IOException e) {
    return new StackFailure(
        "The backup %s cannot be read: %s".formatted(folder.toAbsolutePath(), e.getMessage()), e);
  }

  static String sums(Map<String, String> digests) {
    StringBuilder lines = new StringBuilder();
    digests.forEach((name, digest) -> lines.append(digest).append("  ").append(name).append('\n'));
    return lines.toString();
  }

  private Map<String, String> sums() throws IOException {
    Map<String, String> sums = new LinkedHashMap<>();
    for (String line : Files.readAllLines(folder.resolve(SUMS))) {
      if (line.length() <= DIGITS + 2) {
        throw damaged(SUMS);
      }
      sums.put(line.substring(DIGITS + 2), line.substring(0, DIGITS));
    }
    return sums;
  }

  private static String digest(Path file, Meter meter) throws IOException {
    MessageDigest digest = Digests.begin();
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        done += read;
        meter.reach(done);
      }
    }
    return Digests.end(digest);
  }
}

package health.backstep.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The golden examples that were ever released, as lines of {@code sha256sum}. Readers are tested
 * with each for as long as such records can be replayed, so none is changed or removed.
 */
final class ReleasedExamples {

  static final Path LIST = SchemaFile.RELEASED.resolve("examples.txt");
  static final Path FOLDER = Path.of("examples");

  private ReleasedExamples() {}

  /** A line of the list: a SHA-256 and a path below the folder of examples. */
  record Line(String sha256, String path) {
    private static Line of(String line) {
      String[] parts = line.split("  ", 2);
      return new Line(parts[0], parts[1]);
    }

    String type() {
      return path.substring(0, path.indexOf('/'));
    }
  }

  static List<Line> in(Path list) {
    try {
      return Files.readAllLines(list).stream().map(Line::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Examples of the list that are gone or not as they were; empty when all are there. */
  static List<String> faults(Path list, Path folder) {
    return in(list).stream()
        .filter(line -> !line.sha256().equals(sha256(folder.resolve(line.path()))))
        .map(
            line ->
                line.path()
                    + (Files.exists(folder.resolve(line.path()))
                        ? " is not as it was released: restore it and add a new example"
                        : " was released and is gone: restore it"))
        .toList();
  }

  private static String sha256(Path file) {
    try {
      return Files.exists(file)
          ? HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)))
          : "gone";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

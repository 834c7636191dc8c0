package health.backstep.stack.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What profile-service noted of erasures: a line for each, which begins with the time. It carries
 * out again those that a restored database does not know.
 */
public record ErasureJournal(Path file) {

  public boolean isThere() {
    return Files.isRegularFile(file);
  }

  /** How many erasures were noted after a moment. */
  public long after(Instant point) {
    if (!isThere()) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> isAfter(line, point)).count();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the journal of erasures, " + file, e);
    }
  }

  /** A line that was cut off by a crash tells of an erasure that was not answered. */
  private static boolean isAfter(String line, Instant point) {
    try {
      return Instant.parse(line.split(" ", 2)[0]).isAfter(point);
    } catch (DateTimeException e) {
      return false;
    }
  }
}

package health.backstep.backbone.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The list of suspended callers, read anew soon after it was changed. A list that cannot be read
 * leaves the last one in force, and keeps a service that has not read it yet from starting: a slip
 * of the operator's opens no door. Without a list nobody is suspended.
 */
final class SuspensionFile {

  private static final Logger LOG = Logger.getLogger(SuspensionFile.class);

  private static final long LOOKED_AT_EVERY = Duration.ofSeconds(1).toNanos();

  /** What was read, and what tells whether there is more to read. */
  private record Reading(FileTime changed, long bytes, SuspendedCallers callers) {
    static final Reading NOTHING = new Reading(FileTime.fromMillis(0), 0, SuspendedCallers.NONE);

    boolean isOf(BasicFileAttributes file) {
      return changed.equals(file.lastModifiedTime()) && bytes == file.size();
    }
  }

  private final Path file;
  private Reading last = Reading.NOTHING;
  private long lookedAt;

  /**
   * The list in a file, which is read at once.
   *
   * @throws IllegalStateException when it is there and cannot be read
   */
  SuspensionFile(Path file) {
    this.file = file;
    this.lookedAt = System.nanoTime();
    try {
      this.last = look();
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalStateException(
          "The list of suspended callers, %s, cannot be read (%s): mend it, or remove it to let everybody in"
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }

  synchronized SuspendedCallers callers() {
    long now = System.nanoTime();
    if (now - lookedAt >= LOOKED_AT_EVERY) {
      lookedAt = now;
      lookAgain();
    }
    return last.callers();
  }

  private void lookAgain() {
    try {
      last = look();
    } catch (IOException | UncheckedIOException e) {
      LOG.warnf(
          "The list of suspended callers cannot be read; the last one stays in force: %s",
          e.getClass().getSimpleName());
    }
  }

  private Reading look() throws IOException {
    if (Files.notExists(file)) {
      return Reading.NOTHING;
    }
    BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
    return last.isOf(state) ? last : read(state);
  }

  private Reading read(BasicFileAttributes state) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return new Reading(state.lastModifiedTime(), state.size(), SuspendedCallers.read(lines));
    }
  }
}

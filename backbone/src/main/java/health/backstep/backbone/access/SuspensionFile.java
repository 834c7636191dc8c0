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
 * leaves the last one in force: a slip of the operator's opens no door.
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

  SuspensionFile(Path file) {
    this.file = file;
    this.lookedAt = System.nanoTime() - LOOKED_AT_EVERY;
  }

  synchronized SuspendedCallers callers() {
    long now = System.nanoTime();
    if (now - lookedAt >= LOOKED_AT_EVERY) {
      lookedAt = now;
      last = look();
    }
    return last.callers();
  }

  private Reading look() {
    if (Files.notExists(file)) {
      return Reading.NOTHING;
    }
    try {
      BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
      return last.isOf(state) ? last : read(state);
    } catch (IOException | UncheckedIOException e) {
      LOG.warnf(
          "The list of suspended callers cannot be read; the last one stays in force: %s",
          e.getClass().getSimpleName());
      return last;
    }
  }

  private Reading read(BasicFileAttributes state) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return new Reading(state.lastModifiedTime(), state.size(), SuspendedCallers.read(lines));
    }
  }
}

package health.backstep.faults.cluster;

import health.backstep.stack.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A process and all that it has made, as /proc tells. */
final class Family {

  private static final String MEMORY = "Pss:";
  private static final int KILOBYTE = 1_024;

  private Family() {}

  /** Itself first; empty when it has ended. */
  static List<ProcessIdentity> of(ProcessIdentity head) {
    if (!head.isAlive()) {
      return List.of();
    }
    Stream<ProcessIdentity> made =
        ProcessHandle.of(head.pid()).stream()
            .flatMap(ProcessHandle::descendants)
            .map(process -> ProcessIdentity.of(process.pid()))
            .flatMap(Optional::stream);
    return Stream.concat(Stream.of(head), made).toList();
  }

  /** Memory in use; what several processes share is counted once. */
  static long residentBytes(ProcessIdentity process) {
    Path file = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(MEMORY))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
          .sum();
    } catch (IOException | UncheckedIOException ended) {
      return 0;
    }
  }
}

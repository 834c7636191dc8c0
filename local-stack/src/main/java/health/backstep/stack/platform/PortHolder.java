package health.backstep.stack.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The process that listens on a port, as far as /proc tells. */
public record PortHolder(long pid, String name) {

  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";

  /** Nobody, or nobody that this user is told of. */
  public static Optional<PortHolder> of(int port) {
    Set<String> sockets = listeningSockets(port);
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches("\\d+"))
          .filter(process -> holdsOneOf(process, sockets))
          .findFirst()
          .map(process -> new PortHolder(pidOf(process), nameOf(process)));
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static Set<String> listeningSockets(int port) {
    Set<String> sockets = new HashSet<>();
    String suffix = ":%04X".formatted(port);
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : lines(PROC.resolve(table))) {
        List<String> column = List.of(line.strip().split("\\s+"));
        if (column.size() > 9
            && column.get(1).endsWith(suffix)
            && column.get(3).equals(LISTENING)) {
          sockets.add("socket:[" + column.get(9) + "]");
        }
      }
    }
    return sockets;
  }

  private static boolean holdsOneOf(Path process, Set<String> sockets) {
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      return files.anyMatch(file -> sockets.contains(target(file)));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static long pidOf(Path process) {
    return Long.parseLong(process.getFileName().toString());
  }

  private static String nameOf(Path process) {
    return lines(process.resolve("comm")).stream().findFirst().orElse("a process");
  }

  @Override
  public String toString() {
    return name + " (pid " + pid + ")";
  }
}

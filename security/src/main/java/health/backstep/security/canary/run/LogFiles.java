package health.backstep.security.canary.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The logs of all processes: of the services, the broker and the database.
 *
 * @param folder the data folder
 */
record LogFiles(Path folder) {

  private static final String SUFFIX = ".log";

  /** Tells the name of each process and all that it wrote. */
  void read(BiConsumer<String, byte[]> each) {
    try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        each.accept(name.substring(0, name.length() - SUFFIX.length()), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the logs cannot be read", e);
    }
  }
}

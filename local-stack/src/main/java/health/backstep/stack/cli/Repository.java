package health.backstep.stack.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources and the packaged services are. */
final class Repository {

  private static final String PROPERTY = "backstep.repository";

  private Repository() {}

  /** As ./backstep tells, else the nearest folder upwards that has that script, else here. */
  static Path root() {
    String told = System.getProperty(PROPERTY);
    if (told != null) {
      return Path.of(told).toAbsolutePath();
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("backstep")) && Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    return here;
  }
}

package health.backstep.faults.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names of containers, as the containers know each other: a client of Kafka is sent to the broker
 * under the name that it has in there. This JVM reads them where {@value #PROPERTY} says.
 */
final class HostNames {

  static final String PROPERTY = "jdk.net.hosts.file";

  private final Path file;
  private final Map<String, String> addresses = new TreeMap<>();

  private HostNames(Path file) {
    this.file = file;
    addresses.put("localhost", "127.0.0.1");
  }

  /**
   * Those that this JVM has been started with.
   *
   * @throws IllegalStateException when it was started without
   */
  static HostNames ofThisJvm() {
    String file = System.getProperty(PROPERTY);
    if (file == null) {
      throw new IllegalStateException("start with -D" + PROPERTY + "=FILE");
    }
    return new HostNames(Path.of(file));
  }

  synchronized void put(String name, String address) {
    addresses.put(name, address);
    StringBuilder lines = new StringBuilder();
    addresses.forEach((host, at) -> lines.append(at).append(' ').append(host).append('\n'));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("the names of containers cannot be kept", e);
    }
  }
}

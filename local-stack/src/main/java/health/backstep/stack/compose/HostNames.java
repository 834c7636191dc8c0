package health.backstep.stack.compose;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names of containers, as the containers know each other: a client of Kafka is sent to the broker
 * under the name that it has in there. This JVM reads them where {@code jdk.net.hosts.file} says.
 */
public final class HostNames {

  private static final String PROPERTY = "jdk.net.hosts.file";

  private final Path file;
  private final Map<String, String> addresses = new TreeMap<>();

  private HostNames(Path file) {
    this.file = file;
    addresses.put("localhost", "127.0.0.1");
  }

  /**
   * Those that this JVM has been started with.
   *
   * @throws StackFailure when it was started without
   */
  public static HostNames ofThisJvm() {
    String file = System.getProperty(PROPERTY);
    if (file == null) {
      throw new StackFailure("Start this with ./backstep, or Java with -D" + PROPERTY + "=FILE.");
    }
    return new HostNames(Path.of(file));
  }

  public synchronized void put(String name, String address) {
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

package health.backstep.stack.service;

import health.backstep.stack.process.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The JVM that every service runs in, here as in a container. */
public final class ServiceJvm {

  /** From {@code deploy/jvm.options}, which the images have, too. */
  static final List<String> SETTINGS = read();

  private ServiceJvm() {}

  /** Begins the command that starts a service. */
  public static List<String> command() {
    return Stream.concat(Stream.of(Jdk.java()), SETTINGS.stream()).toList();
  }

  private static List<String> read() {
    try (InputStream options = ServiceJvm.class.getResourceAsStream("/jvm.options")) {
      return new String(options.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("-"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package health.backstep.stack.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The broker warns on standard error, whatever logging the JVM that starts it uses: it brings its
 * own SLF4J provider and names it, so that others on the class path do not matter.
 */
final class BrokerLogging {

  private static final String PROVIDER = "/broker/slf4j-simple.jar";

  static final List<String> OPTIONS =
      List.of(
          "-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider",
          "-Dslf4j.internal.verbosity=ERROR",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

  private BrokerLogging() {}

  static Path unpackInto(Path folder) throws IOException {
    Path jar = folder.resolve("slf4j-simple.jar");
    try (InputStream in = BrokerLogging.class.getResourceAsStream(PROVIDER)) {
      if (in == null) {
        throw new IllegalStateException(PROVIDER + " is missing; build with ./mvnw package");
      }
      Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
    }
    return jar;
  }
}

package health.backstep.stack.doctor.machine;

import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Subject;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether this Java is one that Backstep is built and run with.
 *
 * @param home where it is
 */
public record JdkCheck(Runtime.Version version, Path home) implements Check {

  private static final int NEEDED = 25;

  /** The Java that runs this. */
  public static JdkCheck ofThisJvm() {
    return new JdkCheck(Runtime.version(), Path.of(System.getProperty("java.home")));
  }

  @Override
  public Subject subject() {
    return new Subject("jdk", home.toString(), home.resolve("bin/java") + " -version");
  }

  @Override
  public List<Finding> look() {
    return List.of(
        version.feature() < NEEDED
            ? subject()
                .wrong(
                    "is version %s; %d or later is needed".formatted(version, NEEDED),
                    "install a JDK %d and set BACKSTEP_JAVA_HOME to its folder".formatted(NEEDED))
            : subject().ok("version " + version));
  }
}
